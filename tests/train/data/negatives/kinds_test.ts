import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { Random } from "../../../../src/network/random.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../../train/data/join.ts";
import {
  DIGIT_LIKE_KIND,
  HELD_OUT_KINDS,
  TRAINING_KINDS,
} from "../../../../train/data/negatives/kinds.ts";
import {
  makeNegatives,
  makeNegativesOf,
} from "../../../../train/data/negatives/make_negatives.ts";
import { loadNegativeSources } from "../../../../train/data/negatives/sources.ts";

const digits: Dataset = await makeDataset(
  20,
  (i) => i % 10,
  (i) => drawnDigit(i % 10, new Random(i)),
);

Deno.test("TRAINING_KINDS have shares that add up to 1, and none of them is held out", () => {
  const sum = TRAINING_KINDS.reduce((total, { share }) => total + share, 0);
  assert.ok(Math.abs(sum - 1) < 1e-9, `${sum}`);
  const names = [...TRAINING_KINDS, ...HELD_OUT_KINDS, DIGIT_LIKE_KIND]
    .map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});

Deno.test("every kind draws pictures with ink, different for every stream", async () => {
  const sources = await loadNegativeSources(digits);
  for (const kind of [...TRAINING_KINDS, ...HELD_OUT_KINDS, DIGIT_LIKE_KIND]) {
    const { images, labels } = await makeNegativesOf(kind, 4, sources, 1);
    assert.deepEqual([...labels], new Array(4).fill(kind.label));
    const drawn = Array.from(
      { length: 4 },
      (_, i) => images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS),
    );
    const inked = drawn.filter((image) => Math.max(...image) > 200);
    // Of a picture of nothing the image path may make a blank.
    assert.ok(inked.length >= 2, `${kind.name}: ${inked.length} of 4`);
    assert.notDeepEqual(drawn[0], drawn[1], kind.name);
  }
});

Deno.test("makeNegatives() has every kind in its share, repeatably by seed", async () => {
  const { labels, images, count } = await makeNegatives(60, digits, 1);
  assert.equal(count, 60);
  const several = labels.filter((label) => label === 11).length;
  assert.ok(several >= 4 && several <= 25, `${several}`);
  assert.ok(labels.every((label) => label === 10 || label === 11));
  const again = await makeNegatives(60, digits, 1);
  assert.deepEqual(again.images, images);
  assert.notDeepEqual((await makeNegatives(60, digits, 2)).labels, labels);
  assert.equal((await makeNegatives(0, digits, 1)).count, 0);
});
