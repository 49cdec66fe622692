import assert from "node:assert/strict";
import {
  allocateExchange,
  Exchange,
  type ExchangeMemory,
} from "../../../train/parallel/exchange.ts";

Deno.test("Exchange() refuses a rank outside the group", () => {
  const memory = allocateExchange(2, 4);
  for (const rank of [-1, 2, NaN]) {
    assert.throws(() => new Exchange(memory, rank), {
      name: "RangeError",
      message: `rank must be from 0 to 1, found ${rank}`,
    });
  }
});

Deno.test("Exchange.outgoing() refuses more than the capacity", () => {
  const exchange = new Exchange(allocateExchange(1, 4), 0);
  assert.throws(() => exchange.outgoing(5), {
    name: "RangeError",
    message: "an exchange carries at most 4 numbers, found 5",
  });
});

Deno.test("Exchange.sum() gives a worker alone its own numbers", () => {
  const exchange = new Exchange(allocateExchange(1, 4), 0);
  const total = new Float32Array(3);
  for (const values of [[1, 2, 3], [4, 5, 6], [7, 8, 9]]) {
    exchange.outgoing(3).set(values);
    exchange.sum(total);
    assert.deepEqual([...total], values);
  }
});

/** Rounds that every worker of the group takes part in. */
const ROUNDS = 500;

/** A worker that exchanges numbers of its rank and round, and sends all sums. */
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
  for (let round = 0; round < rounds; round++) {
    exchange.outgoing(2).set([round * 10 + rank, 0.1 * (rank + 1) * round]);
    exchange.sum(total);
    sums.push(...total);
  }
  self.postMessage(sums);
};`;

function runWorkers(memory: ExchangeMemory): Promise<number[][]> {
  const url = URL.createObjectURL(
    new Blob([WORKER_SOURCE], { type: "text/typescript" }),
  );
  return Promise.all(
    Array.from({ length: memory.workers }, (_, rank) => {
      const worker = new Worker(url, { type: "module" });
      return new Promise<number[]>((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = reject;
        worker.postMessage({ memory, rank, rounds: ROUNDS });
      }).finally(() => worker.terminate());
    }),
  ).finally(() => URL.revokeObjectURL(url));
}

Deno.test("Exchange.sum() gives three workers the same sums, in every round", async () => {
  const [first, second, third] = await runWorkers(allocateExchange(3, 2));
  assert.deepEqual(second, first);
  assert.deepEqual(third, first);
  for (let round = 0; round < ROUNDS; round++) {
    assert.equal(first![2 * round], 30 * round + 3);
    const part = (rank: number): number =>
      Math.fround(0.1 * (rank + 1) * round);
    assert.equal(
      first![2 * round + 1],
      Math.fround(Math.fround(part(0) + part(1)) + part(2)),
    );
  }
});
