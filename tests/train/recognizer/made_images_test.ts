import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import { drawnDigit } from "../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../train/data/join.ts";
import { makeChoiceSets } from "../../../train/recognizer/choice_sets.ts";
import {
  countMade,
  withMadeImages,
} from "../../../train/recognizer/made_images.ts";

const own = await makeDataset(
  40,
  (i) => i % 10,
  (i) => drawnDigit(i % 10, new Random(i)),
);

const NONE = { drawnShare: 0, fontShare: 0, sentShare: 0, negativeShare: 0 };

Deno.test("withMadeImages() appends digits and negatives to a dataset", async () => {
  const shares = {
    drawnShare: 0.5,
    fontShare: 0.25,
    sentShare: 0.1,
    negativeShare: 0.25,
  };
  const { images, labels, count } = await withMadeImages(own, shares, 1);
  assert.equal(count, 84);
  assert.deepEqual(images.subarray(0, 40 * 784), own.images);
  assert.deepEqual(labels.subarray(0, 40), own.labels);
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  assert.deepEqual([...labels.subarray(40, 60)], [...digits, ...digits]);
  assert.deepEqual([...labels.subarray(60, 70)], digits);
  assert.ok(labels.subarray(70, 74).every((label) => label < 10));
  assert.ok(labels.subarray(74).every((label) => label >= 10));
  assert.equal(countMade(own, shares), count - own.count);
  const again = await withMadeImages(own, shares, 1);
  assert.deepEqual(again.images, images);
  assert.notDeepEqual((await withMadeImages(own, shares, 2)).images, images);
});

Deno.test("withMadeImages() adds nothing for shares of 0 and refuses invalid shares", async () => {
  assert.equal(await withMadeImages(own, NONE, 1), own);
  for (const share of [-0.1, NaN, Infinity]) {
    for (const name of Object.keys(NONE)) {
      await assert.rejects(
        withMadeImages(own, { ...NONE, [name]: share }, 1),
        new RangeError(`share ${share}, expected 0 or more`),
      );
    }
  }
});

Deno.test("makeChoiceSets() shares no image with training", async () => {
  const sets = await makeChoiceSets(own);
  const trained = await withMadeImages(own, { ...NONE, drawnShare: 2 }, 1);
  const keys = new Set<string>();
  for (let i = 0; i < trained.count; i++) {
    keys.add(trained.images.subarray(i * 784, (i + 1) * 784).join());
  }
  for (const { images, count } of sets) {
    for (let i = 0; i < count; i++) {
      assert.ok(!keys.has(images.subarray(i * 784, (i + 1) * 784).join()));
    }
  }
});
