import assert from "node:assert/strict";
import {
  allocateExchange,
  Exchange,
  type ExchangeMemory,
} from "../../../train/parallel/exchange.ts";

Deno.test("Exchange() refuses a rank outside the group", () => {
  const memory = allocateExchange(2, 3, 4);
  for (const rank of [-1, 2, NaN]) {
    assert.throws(() => new Exchange(memory, rank), {
      name: "RangeError",
      message: `rank must be from 0 to 1, found ${rank}`,
    });
  }
});

Deno.test("Exchange.outgoing() refuses more than the capacity", () => {
  const exchange = new Exchange(allocateExchange(1, 2, 4), 0);
  assert.throws(() => exchange.outgoing(1, 5), {
    name: "RangeError",
    message: "a part has at most 4 numbers, found 5",
  });
});

Deno.test("Exchange.take() gives a single worker every part of each sum", () => {
  const exchange = new Exchange(allocateExchange(1, 3, 4), 0);
  const total = new Float32Array(2);
  for (const scale of [1, 10, 100]) {
    const taken: number[] = [];
    for (const part of exchange.take()) {
      taken.push(part);
      exchange.outgoing(part, 2).set([scale * part, scale]);
    }
    exchange.sum(total);
    assert.deepEqual(taken, [0, 1, 2]);
    assert.deepEqual([...total], [3 * scale, 3 * scale]);
  }
});

Deno.test("Exchange.fromFirst() returns a single worker's own value", () => {
  const exchange = new Exchange(allocateExchange(1, 1, 1), 0);
  for (const value of [3, 0, -7]) {
    assert.equal(exchange.fromFirst(value), value);
  }
});

/** Rounds in which every worker takes part. */
const ROUNDS = 500;

/**
 * A worker that contributes numbers made from part and round, and reports
 * everything it received.
 */
const WORKER_SOURCE = `
import { Exchange } from ${
  JSON.stringify(
    new URL("../../../train/parallel/exchange.ts", import.meta.url).href,
  )
};
self.onmessage = ({ data: { memory, rank, rounds } }) => {
  const exchange = new Exchange(memory, rank);
  const total = new Float32Array(2);
  const sums = [];
  const said = [];
  let taken = 0;
  for (let round = 0; round < rounds; round++) {
    for (const part of exchange.take()) {
      taken++;
      exchange.outgoing(part, 2)
        .set([round * 10 + part, 0.1 * (part + 1) * round]);
    }
    exchange.sum(total);
    sums.push(...total);
    said.push(exchange.fromFirst(1000 * rank + round));
  }
  self.postMessage({ sums, said, taken });
};`;

/** What a worker received. */
interface Seen {
  readonly sums: readonly number[];
  readonly said: readonly number[];
  readonly taken: number;
}

function runWorkers(memory: ExchangeMemory): Promise<Seen[]> {
  const url = URL.createObjectURL(
    new Blob([WORKER_SOURCE], { type: "text/typescript" }),
  );
  return Promise.all(
    Array.from({ length: memory.workers }, (_, rank) => {
      const worker = new Worker(url, { type: "module" });
      return new Promise<Seen>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = reject;
        worker.postMessage({ memory, rank, rounds: ROUNDS });
      }).finally(() => worker.terminate());
    }),
  ).finally(() => URL.revokeObjectURL(url));
}

Deno.test("Exchange.sum() returns the same sums for any number of workers, in every round", async () => {
  const parts = 3;
  const expected = Array.from({ length: ROUNDS }, (_, round) => {
    const part = (i: number): number => Math.fround(0.1 * (i + 1) * round);
    return [
      30 * round + 3,
      Math.fround(Math.fround(part(0) + part(1)) + part(2)),
    ];
  }).flat();
  for (const workers of [1, 2, 3, 4]) {
    const seen = await runWorkers(allocateExchange(workers, parts, 2));
    for (const { sums, said } of seen) {
      assert.deepEqual(sums, expected);
      // The first worker, rank 0, sends the round.
      assert.deepEqual(said, Array.from({ length: ROUNDS }, (_, i) => i));
    }
    const taken = seen.reduce((sum, { taken }) => sum + taken, 0);
    assert.equal(taken, parts * ROUNDS);
  }
});
