import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { copyImage, subset } from "../../../train/data/dataset.ts";

const three = {
  images: Uint8Array.from(
    { length: 3 * IMAGE_PIXELS },
    (_, i) => Math.floor(i / IMAGE_PIXELS),
  ),
  labels: Uint8Array.of(5, 0, 4),
  count: 3,
};

Deno.test("subset() copies images and labels in the given order", () => {
  const chosen = subset(three, [2, 0, 2]);
  assert.equal(chosen.count, 3);
  assert.deepEqual(chosen.labels, Uint8Array.of(4, 5, 4));
  assert.deepEqual(
    [0, 1, 2].map((i) => chosen.images[i * IMAGE_PIXELS + IMAGE_PIXELS - 1]),
    [2, 0, 2],
  );
  chosen.images.fill(9);
  assert.equal(three.images[0], 0);
});

Deno.test("subset() refuses an index outside the dataset", () => {
  for (const index of [3, -1, 0.5, NaN]) {
    assert.throws(
      () => subset(three, [0, index]),
      new RangeError(`index ${index} is outside the 3 images`),
    );
  }
});

Deno.test("copyImage() scales bytes to 1", () => {
  const images = Uint8Array.from({ length: 3 * 784 }, (_, i) => i % 256);
  const out = new Float32Array(784);
  copyImage({ images, labels: new Uint8Array(3), count: 3 }, 2, out);
  assert.equal(out[0], Math.fround(((2 * 784) % 256) / 255));
  assert.equal(out[255 - (2 * 784) % 256], 1);
});
