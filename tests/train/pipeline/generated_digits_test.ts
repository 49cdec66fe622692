import assert from "node:assert/strict";
import { type Dataset, subset } from "../../../train/data/dataset.ts";
import { loadMnistParts } from "../../../train/data/parts.ts";
import { LATENT_SIZE } from "../../../src/network/numbers.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { generatorNetwork } from "../../../train/gan/networks.ts";
import { readModelFile } from "../../../train/models/folder.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import { exportGenerator } from "../../../train/pipeline/export_generator.ts";
import { whyNotGenerated } from "../../../train/pipeline/generated_digits.ts";

const MODELS = new URL("../../../models", import.meta.url).pathname;
const generator = await readModelFile(MODELS, "generator");
const judge = await readModelFile(MODELS, "judge");
const { validation } = await loadMnistParts();

/** The first validation images. */
function some(count: number): Dataset {
  return subset(validation, Array.from({ length: count }, (_, i) => i));
}

Deno.test("whyNotGenerated() accepts the shipped generator for MNIST", async () => {
  assert.equal(
    await whyNotGenerated({ generator, judge }, validation),
    undefined,
  );
});

Deno.test("whyNotGenerated() needs a generator and a judge", async () => {
  assert.equal(
    await whyNotGenerated({ generator: undefined, judge }, validation),
    "there is no generator",
  );
  assert.equal(
    await whyNotGenerated({ generator, judge: undefined }, validation),
    "there is no judge to read its digits",
  );
});

Deno.test("whyNotGenerated() does not trust a judge that cannot read the validation images, or too few images", async () => {
  const { images, labels, count } = some(500);
  const shifted = labels.map((label) => (label + 1) % 10);
  assert.match(
    (await whyNotGenerated({ generator, judge }, {
      images,
      labels: shifted,
      count,
    }))!,
    /^the judge reads \d of 500 validation images: too few/,
  );
  assert.equal(
    await whyNotGenerated({ generator, judge }, some(2)),
    "the judge reads 2 of 2 validation images: too few to judge generated digits",
  );
});

Deno.test("whyNotGenerated() refuses a generator whose digits are not read as their label", async () => {
  await initBackend("wasm");
  const untrained = await exportGenerator(
    initialParameters(
      parameterSpecs(generatorNetwork(LATENT_SIZE)),
      (place) => new Random(1, place),
    ),
    LATENT_SIZE,
    validation,
    new Map(),
  );
  assert.match(
    (await whyNotGenerated({ generator: untrained, judge }, some(500)))!,
    /^the judge reads \d+\.\d % of its digits as their label, less than 90\.0 %$/,
  );
});
