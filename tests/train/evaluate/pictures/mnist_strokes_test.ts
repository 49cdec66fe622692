import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { loadMnist } from "../../../../train/data/mnist.ts";
import { subset } from "../../../../train/data/dataset.ts";
import {
  digitsOf,
  traceStrokes,
} from "../../../../train/evaluate/pictures/mnist_strokes.ts";

/** A digit image with a rectangle of ink. */
function bar(left: number, top: number, right: number, bottom: number) {
  const image = new Uint8Array(784);
  for (let y = top; y < bottom; y++) {
    image.fill(255, y * 28 + left, y * 28 + right);
  }
  return image;
}

Deno.test("traceStrokes() finds the middle of an upright stroke", () => {
  const { digit, width, height, segments } = traceStrokes(
    bar(13, 4, 16, 24),
    1,
  );
  assert.equal(digit, 1);
  assert.equal(height, 1);
  assert.ok(width < 0.1, `${width}`);
  // One line from end to end, in pieces that follow one another.
  const length = segments.reduce(
    (sum, [x0, y0, x1, y1]) => sum + Math.hypot(x1 - x0, y1 - y0),
    0,
  );
  assert.ok(length > 0.95 && length < 1.15, `${length}`);
});

Deno.test("traceStrokes() fits the longer side of a flat stroke to 1", () => {
  const { width, height } = traceStrokes(bar(4, 13, 24, 16), 7);
  assert.equal(width, 1);
  assert.ok(height < 0.1, `${height}`);
});

Deno.test("digitsOf() draws digits of its data, the same for the same seed", async () => {
  const { test } = await loadMnist();
  const digits = digitsOf(subset(test, [0, 1, 2]));
  const draw = (seed: number) => {
    const random = new Random(seed);
    return Array.from({ length: 20 }, () => digits(random));
  };
  assert.deepEqual(draw(3), draw(3));
  assert.notDeepEqual(draw(3), draw(4));
  const labels = new Set(draw(3).map(({ digit }) => digit));
  assert.deepEqual([...labels].sort(), [...test.labels.slice(0, 3)].sort());
});
