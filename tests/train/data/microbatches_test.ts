import assert from "node:assert/strict";
import { batchIndices } from "../../../train/data/batches.ts";
import { Microbatches } from "../../../train/data/microbatches.ts";

const dataset = {
  images: Uint8Array.from({ length: 50 * 784 }, (_, i) => i % 256),
  labels: new Uint8Array(50),
  count: 50,
};

Deno.test("Microbatches.at() divides every batch of every epoch", () => {
  for (const microbatchSize of [1, 3, 4, 8, 9]) {
    const batches = new Microbatches(dataset, 9, {
      batchSize: 8,
      microbatchSize,
    });
    for (let step = 0; step < 18; step++) {
      const parts = Array.from(
        { length: batches.count },
        (_, part) => batches.at(step, part),
      );
      const together = parts.flatMap(({ indices }) => [...indices]);
      const expected = batchIndices(9, Math.floor(step / 6), step % 6, 8, 50);
      assert.deepEqual(together, [...expected]);
      let place = 0;
      for (const { indices, start, share } of parts) {
        assert.equal(start, place);
        assert.equal(share, indices.length / 8);
        assert.ok(indices.length <= microbatchSize);
        place += indices.length;
      }
    }
  }
});

Deno.test("Microbatches.at() needs no earlier step", () => {
  const sizes = { batchSize: 8, microbatchSize: 4 };
  const through = new Microbatches(dataset, 9, sizes);
  for (let step = 0; step < 13; step++) through.at(step, 1);
  const resumed = new Microbatches(dataset, 9, sizes);
  assert.deepEqual(resumed.at(13, 1), through.at(13, 1));
  assert.equal(resumed.stepsPerEpoch, 6);
});
