import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { Random } from "../../../../src/network/random.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { choiceKinds } from "../../../../train/evaluate/choice/sets.ts";
import { makeChoiceSets } from "../../../../train/recognizer/choice_sets.ts";

const COUNT = 20;
const validation: Dataset = {
  images: Uint8Array.from(
    Array.from(
      { length: COUNT },
      (_, i) => [...drawnDigit(i % 10, new Random(i))],
    ).flat(),
  ),
  labels: Uint8Array.from({ length: COUNT }, (_, i) => i % 10),
  count: COUNT,
};

Deno.test("choiceKinds() creates the images that are asked for, the same each time, and none that fit the threshold", async () => {
  const sizes = { damages: 2, drawn: 30 };
  const create = () =>
    Promise.all(
      choiceKinds(validation, sizes).map(({ sets }) => Array.fromAsync(sets())),
    );
  const [plain, damaged, hasty] = await create();
  assert.deepEqual(plain, [validation]);
  assert.deepEqual(damaged!.map(({ count }) => count), [COUNT, COUNT]);
  assert.deepEqual(hasty!.map(({ count }) => count), [30]);
  for (const set of [...damaged!, ...hasty!]) {
    assert.equal(set.images.length, set.count * IMAGE_PIXELS);
  }
  assert.deepEqual(await create(), [plain, damaged, hasty]);

  const [fitDamaged, fitHasty] = await makeChoiceSets(validation);
  const all = [...damaged!, fitDamaged!].map(({ images }) => images);
  assert.equal(new Set(all.map((images) => images.join())).size, 3);
  const first = (set: Dataset) => set.images.slice(0, IMAGE_PIXELS);
  assert.notDeepEqual(first(hasty![0]!), first(fitHasty!));
});
