import assert from "node:assert/strict";
import type { Dataset } from "../../../train/data/dataset.ts";
import { loadMnist } from "../../../train/data/mnist.ts";
import {
  MNIST_VALIDATION_COUNT,
  splitDataset,
} from "../../../train/data/split.ts";

/** Images that carry their own number in their first pixel. */
function numbered(count: number): Dataset {
  const images = new Uint8Array(count * 784);
  for (let i = 0; i < count; i++) images[i * 784] = i;
  return { images, labels: new Uint8Array(count), count };
}

function numbers(dataset: Dataset): number[] {
  return Array.from(
    { length: dataset.count },
    (_, i) => dataset.images[i * 784]!,
  );
}

Deno.test("splitDataset() puts every image in exactly one part", () => {
  const { train, validation } = splitDataset(numbered(50), 7);
  assert.equal(validation.count, 7);
  const together = [...numbers(train), ...numbers(validation)].sort((a, b) =>
    a - b
  );
  assert.deepEqual(together, numbers(numbered(50)));
});

Deno.test("splitDataset() is the same for the same seed, and differs for another", () => {
  const choose = (seed: number) =>
    numbers(splitDataset(numbered(200), 20, seed).validation);
  assert.deepEqual(choose(3), choose(3));
  assert.notDeepEqual(choose(3), choose(4));
});

Deno.test("splitDataset() still holds out the same MNIST images, of all digits", async () => {
  const { train, validation } = splitDataset(
    (await loadMnist()).train,
    MNIST_VALIDATION_COUNT,
  );
  assert.deepEqual([train.count, validation.count], [55_000, 5_000]);
  const histogram = new Array<number>(10).fill(0);
  for (const label of validation.labels) histogram[label]!++;
  // Every reported validation figure depends on this choice: it must not move unnoticed.
  assert.deepEqual(histogram, [
    541,
    541,
    463,
    505,
    491,
    464,
    446,
    534,
    496,
    519,
  ]);
});

Deno.test("splitDataset() refuses to leave a part empty", () => {
  for (const heldOut of [0, 10, 11, -1, 2.5]) {
    assert.throws(
      () => splitDataset(numbered(10), heldOut),
      new RangeError(
        `cannot hold out ${heldOut} of 10 images: neither part may be empty`,
      ),
    );
  }
});
