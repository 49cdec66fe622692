import assert from "node:assert/strict";
import { checkImages } from "../../../train/data/check_images.ts";
import type { Dataset } from "../../../train/data/dataset.ts";

/** Images of one grey each, with one pixel of another in the middle. */
function images(...greys: [paper: number, ink: number][]): Dataset {
  const pixels = new Uint8Array(greys.length * 784);
  greys.forEach(([paper, ink], i) => {
    pixels.fill(paper, i * 784, (i + 1) * 784);
    pixels[i * 784 + 14 * 28 + 14] = ink;
  });
  return {
    images: pixels,
    labels: new Uint8Array(greys.length),
    count: greys.length,
  };
}

Deno.test("checkImages() passes images with ink, a few of them inverted", () => {
  checkImages("d", images([0, 255], [0, 32], [100, 200], [255, 0]));
});

Deno.test("checkImages() refuses blank images, however bright", () => {
  assert.throws(() => checkImages("d", images([0, 255], [0, 31], [255, 255])), {
    name: "RangeError",
    message: "d: 2 of 3 images are blank, the first of them image 1; " +
      "expected a digit in each",
  });
});

Deno.test("checkImages() refuses paper that is brighter than ink", () => {
  assert.throws(() => checkImages("d", images([0, 255], [255, 0], [128, 0])), {
    name: "RangeError",
    message:
      "d: 2 of 3 images have a bright border, expected 0 for paper and " +
      "255 for ink: invert them",
  });
});
