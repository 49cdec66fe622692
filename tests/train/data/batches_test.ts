import assert from "node:assert/strict";
import fc from "fast-check";
import {
  batchesPerEpoch,
  batchIndices,
  cutBatch,
  epochOrder,
  microbatchCount,
  shard,
} from "../../../train/data/batches.ts";

Deno.test("batchIndices() visits no image twice in an epoch", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (count, size) => {
        fc.pre(size <= count);
        const batches = batchesPerEpoch(count, size);
        const seen = new Set<number>();
        for (let b = 0; b < batches; b++) {
          for (const index of batchIndices(9, 2, b, size, count)) {
            assert.ok(index < count);
            seen.add(index);
          }
        }
        assert.equal(seen.size, batches * size);
        assert.ok(count - seen.size < size);
      },
    ),
    { numRuns: 50, seed: 1 },
  );
});

Deno.test("batchIndices() depends only on the position", () => {
  const order = epochOrder(5, 3, 1000);
  for (const batch of [0, 4, 9]) {
    assert.deepEqual(
      batchIndices(5, 3, batch, 100, 1000),
      cutBatch(order, batch, 100),
    );
  }
});

Deno.test("epochOrder() differs between epochs and between seeds", () => {
  const order = epochOrder(1, 0, 100);
  assert.deepEqual(order, epochOrder(1, 0, 100));
  assert.notDeepEqual(order, epochOrder(1, 1, 100));
  assert.notDeepEqual(order, epochOrder(2, 0, 100));
  assert.notDeepEqual(order, epochOrder(0, 1, 100));
});

Deno.test("batchesPerEpoch() refuses a batch that no epoch can fill", () => {
  for (const size of [0, -1, 1.5, 11, NaN]) {
    assert.throws(
      () => batchesPerEpoch(10, size),
      new RangeError(
        `batch size ${size}, expected 1 to 10, the number of images`,
      ),
    );
  }
});

Deno.test("cutBatch() refuses a batch beyond the epoch", () => {
  for (const batch of [3, -1, 0.5]) {
    assert.throws(
      () => cutBatch(epochOrder(1, 0, 10), batch, 3),
      new RangeError(`batch ${batch}, expected 0 to 2`),
    );
  }
});

Deno.test("shard() divides a batch into contiguous parts of nearly equal size", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 16 }),
      fc.integer({ min: 0, max: 200 }),
      (parts, size) => {
        let end = 0;
        for (let i = 0; i < parts; i++) {
          const part = shard(i, parts, size);
          assert.equal(part.start, end);
          const length = part.end - part.start;
          assert.ok(
            length === Math.floor(size / parts) ||
              length === Math.ceil(size / parts),
          );
          end = part.end;
        }
        assert.equal(end, size);
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

Deno.test("shard() refuses parts that do not exist", () => {
  const cases: [number, number, number, string][] = [
    [0, 0, 8, "0 parts, expected a positive integer"],
    [2, 2, 8, "part 2, expected 0 to 1"],
    [-1, 2, 8, "part -1, expected 0 to 1"],
  ];
  for (const [part, parts, size, message] of cases) {
    assert.throws(() => shard(part, parts, size), new RangeError(message));
  }
});

Deno.test("microbatchCount() keeps every microbatch at its size or below", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (batchSize, microbatchSize) => {
        const count = microbatchCount(batchSize, microbatchSize);
        const { start, end } = shard(count - 1, count, batchSize);
        assert.ok(end - start <= microbatchSize);
        assert.ok((count - 1) * microbatchSize < batchSize);
      },
    ),
    { numRuns: 100, seed: 1 },
  );
});

Deno.test("microbatchCount() refuses invalid sizes", () => {
  for (const size of [0, -1, 1.5, NaN]) {
    assert.throws(
      () => microbatchCount(8, size),
      new RangeError(`microbatch size ${size}, expected a positive integer`),
    );
  }
});
