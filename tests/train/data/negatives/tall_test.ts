import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import { makeNegatives } from "../../../../train/data/negatives/make_negatives.ts";
import { isTallAndThin } from "../../../../train/data/negatives/tall.ts";

function box(wide: number, high: number): Uint8Array {
  const pixels = new Uint8Array(784);
  for (let y = 4; y < 4 + high; y++) {
    pixels.fill(255, y * 28 + 9, y * 28 + 9 + wide);
  }
  // The pen's soft edge does not count.
  pixels[4 * 28 + 25] = 100;
  return pixels;
}

Deno.test("isTallAndThin() accepts a plain one, and nothing wider", () => {
  assert.ok(isTallAndThin(box(3, 20)));
  assert.ok(!isTallAndThin(box(7, 20)));
  assert.ok(!isTallAndThin(box(20, 3)));
  assert.ok(!isTallAndThin(box(3, 3)));
  assert.ok(!isTallAndThin(new Uint8Array(784)));
});

Deno.test("makeNegatives() draws hardly anything that could be a one", async () => {
  const digits = await makeDataset(
    20,
    (i) => i % 10,
    (i) => drawnDigit(i % 10, new Random(i)),
  );
  const { images, count } = await makeNegatives(300, digits, 7);
  let thin = 0;
  for (let i = 0; i < count; i++) {
    if (isTallAndThin(images.subarray(i * 784, (i + 1) * 784))) thin++;
  }
  assert.ok(thin <= 1, `${thin} of ${count}`);
});
