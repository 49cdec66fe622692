import assert from "node:assert/strict";
import { addDrawn } from "../../../../train/data/drawn/add_drawn.ts";

const own = {
  images: new Uint8Array(40 * 784).fill(7),
  labels: new Uint8Array(40).fill(3),
  count: 40,
};

Deno.test("addDrawn() puts as many of each digit behind the dataset's own", () => {
  const { images, labels, count } = addDrawn(own, 0.5, 1);
  assert.equal(count, 60);
  assert.deepEqual(images.subarray(0, 40 * 784), own.images);
  assert.deepEqual(labels.subarray(0, 40), own.labels);
  const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  assert.deepEqual([...labels.subarray(40)], [...digits, ...digits]);
  const drawn = (i: number) => images.subarray(i * 784, (i + 1) * 784);
  assert.equal(Math.max(...drawn(59)), 255);
  assert.notDeepEqual(drawn(40), drawn(50), "two hands");
});

Deno.test("addDrawn() is the same for the same seed", () => {
  assert.deepEqual(addDrawn(own, 0.25, 2), addDrawn(own, 0.25, 2));
  assert.notDeepEqual(addDrawn(own, 0.25, 2), addDrawn(own, 0.25, 3));
  assert.deepEqual(addDrawn(own, 0, 2), own);
});

Deno.test("addDrawn() refuses a share that is none", () => {
  for (const share of [-0.1, NaN, Infinity]) {
    assert.throws(
      () => addDrawn(own, share, 1),
      new RangeError(`share ${share}, expected 0 or more`),
    );
  }
});
