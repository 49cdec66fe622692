import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { Random } from "../../../../src/network/random.ts";
import { initBackend } from "../../../../train/backend/mod.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import {
  trainOnGeneratedAccuracy,
  twoSampleAccuracy,
} from "../../../../train/pipeline/probes/probe.ts";
import { probeNetwork } from "../../../../train/pipeline/probes/network.ts";
import { networkSize } from "../../../../train/pipeline/network_size.ts";

await initBackend("wasm");

const options = { seed: 1, backend: "wasm", workers: 2 } as const;

/** Each digit is a bright row of its own in noise; `mark` brightens a corner. */
function rows(seed: number, count: number, mark = 0): Dataset {
  const random = new Random(seed);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const images = Uint8Array.from(
    { length: count * IMAGE_PIXELS },
    () => random.below(40),
  );
  labels.forEach((label, i) => {
    const image = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    image.fill(220, (2 * label + 4) * 28, (2 * label + 5) * 28);
    image.fill(mark, 0, 3);
  });
  return { images, labels, count };
}

Deno.test("probeNetwork() has about 60,000 parameters", () => {
  const { parameters } = networkSize(probeNetwork());
  assert.equal(parameters, 60_122);
});

Deno.test("twoSampleAccuracy() separates marked images from others, and nothing else", async () => {
  const real = rows(1, 320);
  const marked = await twoSampleAccuracy(real, rows(2, 320, 255), options);
  assert.ok(marked.all > 0.95, `${marked.all}`);
  assert.equal(marked.digits.length, 10);
  const alike = await twoSampleAccuracy(real, rows(3, 320), options);
  // 128 held-out images: five standard errors are 0.22.
  assert.ok(Math.abs(alike.all - 0.5) < 0.22, `${alike.all}`);
});

Deno.test("trainOnGeneratedAccuracy() reveals a wrongly drawn digit", async () => {
  const generated = rows(4, 320);
  const good = await trainOnGeneratedAccuracy(
    generated,
    rows(5, 100),
    options,
  );
  assert.ok(good.all > 0.95, `${good.all}`);
  // Threes written as sixes, and sixes as threes.
  const labels = generated.labels.map((digit) =>
    digit === 3 ? 6 : digit === 6 ? 3 : digit
  );
  const bad = await trainOnGeneratedAccuracy(
    { ...generated, labels },
    rows(5, 100),
    options,
  );
  assert.ok(bad.digits[3]! < 0.1 && bad.digits[6]! < 0.1, `${bad.digits}`);
  assert.ok(bad.digits[4]! > 0.9, `${bad.digits}`);
});
