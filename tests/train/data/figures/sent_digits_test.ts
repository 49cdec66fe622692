import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { makeSentDigits } from "../../../../train/data/figures/sent_digits.ts";
import { makeDataset } from "../../../../train/data/join.ts";

const own = await makeDataset(
  10,
  (i) => i,
  (i) => drawnDigit(i, new Random(i)),
);

const imageOf = ({ images }: typeof own, i: number) =>
  images.subarray(i * 784, (i + 1) * 784);

Deno.test("makeSentDigits() photographs digits, each under its own label", async () => {
  const before = own.images.slice();
  const sent = await makeSentDigits(40, own, 1);
  assert.equal(sent.count, 40);
  let close = 0;
  for (let i = 0; i < sent.count; i++) {
    const image = imageOf(sent, i);
    const from = imageOf(own, sent.labels[i]!);
    assert.notDeepEqual(image, from);
    let [both, either] = [0, 0];
    image.forEach((ink, k) => {
      both += Math.min(ink, from[k]!);
      either += Math.max(ink, from[k]!);
    });
    if (both / either > 0.4) close++;
  }
  assert.ok(close >= 34, `${close} of 40 look alike`);
  assert.deepEqual(own.images, before, "the dataset is not changed");
});

Deno.test("makeSentDigits() is the same for the same seed, and differs for another", async () => {
  const { images } = await makeSentDigits(10, own, 1);
  assert.deepEqual((await makeSentDigits(10, own, 1)).images, images);
  assert.notDeepEqual((await makeSentDigits(10, own, 2)).images, images);
  assert.equal((await makeSentDigits(0, own, 1)).count, 0);
});
