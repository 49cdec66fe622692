import assert from "node:assert/strict";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { loadMnist } from "../../../train/data/mnist.ts";
import { subset } from "../../../train/data/dataset.ts";
import { unseenImages } from "../../../train/data/unseen.ts";

const { test } = await loadMnist();
const digits = subset(test, [0, 1, 2, 3, 4, 5, 6, 7]);

Deno.test("unseenImages() drops what the training data has, wherever it is there", () => {
  const training = subset(digits, [6, 1]);
  const found = unseenImages(digits, training);
  assert.deepEqual(found, subset(digits, [0, 2, 3, 4, 5, 7]));
});

Deno.test("unseenImages() drops what was read from a picture", () => {
  const picture = {
    width: 28,
    height: 28,
    pixels: digits.images.slice(0, 784),
  };
  const { pixels } = normalize(picture);
  const training = { images: pixels, labels: Uint8Array.of(7), count: 1 };
  assert.equal(unseenImages(digits, training).count, 7);
});

Deno.test("unseenImages() drops nothing else", () => {
  const others = subset(test, Array.from({ length: 500 }, (_, i) => 8 + i));
  assert.equal(unseenImages(digits, others), digits);
});
