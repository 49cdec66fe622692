import assert from "node:assert/strict";
import { batchIndices } from "../../../train/data/batches.ts";
import {
  copyImage,
  ShardedBatches,
} from "../../../train/data/sharded_batches.ts";

const dataset = {
  images: Uint8Array.from({ length: 50 * 784 }, (_, i) => i % 256),
  labels: new Uint8Array(50),
  count: 50,
};

Deno.test("ShardedBatches.at() parts every batch of every epoch among the workers", () => {
  for (const workers of [1, 2, 3]) {
    const parts = Array.from(
      { length: workers },
      (_, rank) => new ShardedBatches(dataset, 9, 8, rank, workers),
    );
    assert.ok(
      Math.abs(parts.reduce((sum, part) => sum + part.share, 0) - 1) < 1e-12,
    );
    for (let step = 0; step < 18; step++) {
      const batches = parts.map((part) => part.at(step));
      const together = batches.flatMap(({ indices }) => [...indices]);
      const expected = batchIndices(9, Math.floor(step / 6), step % 6, 8, 50);
      assert.deepEqual(together, [...expected]);
      let place = 0;
      for (const { indices, start } of batches) {
        assert.equal(start, place);
        place += indices.length;
      }
    }
  }
});

Deno.test("ShardedBatches.at() needs no earlier step", () => {
  const through = new ShardedBatches(dataset, 9, 8, 0, 2);
  for (let step = 0; step < 13; step++) through.at(step);
  const resumed = new ShardedBatches(dataset, 9, 8, 0, 2);
  assert.deepEqual(resumed.at(13), through.at(13));
  assert.equal(resumed.stepsPerEpoch, 6);
});

Deno.test("copyImage() scales bytes to 1", () => {
  const out = new Float32Array(784);
  copyImage(dataset, 2, out);
  assert.equal(out[0], Math.fround(((2 * 784) % 256) / 255));
  assert.equal(out[255 - (2 * 784) % 256], 1);
});
