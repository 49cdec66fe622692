import assert from "node:assert/strict";
import { parameterSpecs } from "../../../train/network/parameters.ts";
import { readQuantizedModel } from "../../../src/network/quantized.ts";
import { LATENT_SIZE } from "../../../src/network/numbers.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { subset } from "../../../train/data/dataset.ts";
import {
  type DataParts,
  loadMnistParts,
  MNIST,
} from "../../../train/data/parts.ts";
import { generatorNetwork } from "../../../train/gan/networks.ts";
import {
  MODEL_NAMES,
  type ModelName,
  readMetrics,
  readModelFile,
} from "../../../train/models/folder.ts";
import { exportGenerator } from "../../../train/pipeline/export_generator.ts";
import {
  generatorObjection,
  recognizerObjection,
} from "../../../train/pipeline/guard.ts";
import { dequantizedModel } from "../../../train/quantize/dequantize.ts";

const MODELS = new URL("../../../models", import.meta.url).pathname;

await initBackend("wasm");
const mnist = await loadMnistParts();
const metrics = await readMetrics(MODELS);

/** Own data with some validation images. */
function ownData(count: number): DataParts {
  const first = Array.from({ length: count }, (_, i) => i);
  return {
    ...mnist,
    source: "mine",
    validation: subset(mnist.validation, first),
  };
}

async function file(name: ModelName): Promise<Uint8Array<ArrayBuffer>> {
  return (await readModelFile(MODELS, name))!;
}

/** The shipped models, as if they had been trained on other data than MNIST. */
async function inFolderOfOthers(
  run: (models: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "inkling-guard-" });
  try {
    for (const name of MODEL_NAMES) {
      await Deno.writeFile(`${folder}/${name}.safetensors`, await file(name));
    }
    const text = JSON.stringify(metrics).replaceAll('"MNIST"', '"others"');
    await Deno.writeTextFile(`${folder}/metrics.json`, text);
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("recognizerObjection() accepts a recognizer that is no worse than the served one", async () => {
  const same = {
    bytes: await file("recognizer"),
    metrics: metrics.recognizer!,
  };
  assert.equal(await recognizerObjection(same, ownData(40), MODELS), undefined);
  const nowhere = "a folder that is not there";
  assert.equal(await recognizerObjection(same, ownData(2), nowhere), undefined);
});

Deno.test("recognizerObjection() refuses one that reads less of MNIST, whatever it was trained on", async () => {
  const judge = { bytes: await file("judge"), metrics: metrics.judge! };
  const [own, served] = [metrics.judge!, metrics.recognizer!].map((model) =>
    Math.round(model.validation_accuracy_int8 * mnist.validation.count)
  );
  assert.equal(
    await recognizerObjection(judge, ownData(40), MODELS),
    `it reads ${own} of 5000 MNIST's validation images, the served one ${served}`,
  );
  assert.equal(
    await recognizerObjection(judge, mnist, MODELS),
    `it reads ${own} of 5000 validation images, the served one ${served}`,
  );
  const nowhere = "a folder that is not there";
  assert.equal(await recognizerObjection(judge, mnist, nowhere), undefined);
});

Deno.test("recognizerObjection() refuses chance, on any data", async () => {
  const poor = {
    bytes: await file("recognizer"),
    metrics: { ...metrics.recognizer!, validation_accuracy_int8: 0.2 },
  };
  for (const source of ["mine", MNIST]) {
    assert.match(
      (await recognizerObjection(poor, { ...mnist, source }, "none"))!,
      /^it reads 20\.00 % of the validation images, hardly more than chance \(11\.\d\d %\)$/,
    );
  }
});

Deno.test("recognizerObjection() refuses to compare on too few images", () =>
  inFolderOfOthers(async (models) => {
    const same = {
      bytes: await file("recognizer"),
      metrics: metrics.recognizer!,
    };
    assert.match(
      (await recognizerObjection(same, ownData(199), models))!,
      /too few validation images/,
    );
    assert.equal(
      await recognizerObjection(same, ownData(200), models),
      undefined,
    );
  }));

/** The shipped generator with a part of its first layer's weights changed. */
async function changedGenerator(
  change: (weight: Float32Array, inputs: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const { tensors } = dequantizedModel(
    readQuantizedModel(await file("generator")),
  );
  const parameters = new Map(
    parameterSpecs(generatorNetwork(LATENT_SIZE)).map(
      ({ name, shape, fill }) => {
        const size = shape.reduce((a, b) => a * b);
        const folded = tensors.get(name.replace(/\.beta$/, ".bias"));
        return [name, folded?.slice() ?? new Float32Array(size).fill(fill)];
      },
    ),
  );
  change(parameters.get("seed.weight")!, LATENT_SIZE);
  return await exportGenerator(
    parameters,
    LATENT_SIZE,
    mnist.training,
    new Map(),
  );
}

Deno.test("generatorObjection() accepts the served generator, and refuses one that draws the same digit for every label", () =>
  inFolderOfOthers(async (models) => {
    const data = ownData(300);
    const served = {
      bytes: await file("generator"),
      metrics: metrics.generator!,
    };
    assert.equal(await generatorObjection(served, data, models), undefined);
    assert.equal(await generatorObjection(served, mnist, MODELS), undefined);
    // Fewer images than a neighbourhood has.
    assert.equal(
      await generatorObjection(served, ownData(2), MODELS),
      undefined,
    );
    // Without its latent it writes the mean of each digit: all legible, and none
    // like another.
    const units = 7 * 7 * 32;
    const alike = await changedGenerator((weight, latent) =>
      weight.fill(0, 0, latent * units)
    );
    assert.match(
      (await generatorObjection({ ...served, bytes: alike }, data, models))!,
      /^its digits cover \d+\.\d\d % of the validation images, the served one's \d\d\.\d\d %$/,
    );
    // Without its label it writes any digit.
    const any = await changedGenerator((weight, latent) =>
      weight.fill(0, latent * units)
    );
    assert.match(
      (await generatorObjection({ ...served, bytes: any }, data, models))!,
      /^the served judge reads \d+\.\d\d % of its digits as their label, of the served one's 9\d\.\d\d %$/,
    );
    assert.match(
      (await generatorObjection({ ...served, bytes: any }, mnist, MODELS))!,
      /^the served judge reads/,
    );
  }));

Deno.test("generatorObjection() refuses chance, and a comparison without a judge", async () => {
  const bytes = await file("generator");
  const poor = {
    bytes,
    metrics: { ...metrics.generator!, label_agreement: 0.11 },
  };
  assert.match(
    (await generatorObjection(poor, mnist, MODELS))!,
    /^11\.00 % of its digits are read as their label, hardly more than chance/,
  );
  const folder = await Deno.makeTempDir({ prefix: "inkling-guard-" });
  try {
    await Deno.writeFile(`${folder}/generator.safetensors`, bytes);
    const served = { bytes, metrics: metrics.generator! };
    assert.match(
      (await generatorObjection(served, ownData(300), folder))!,
      /has no judge/,
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
