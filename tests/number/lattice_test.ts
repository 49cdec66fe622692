import assert from "node:assert/strict";
import { bestChain } from "../../src/number/lattice.ts";

const CASES: readonly {
  readonly name: string;
  readonly count: number;
  readonly segments: readonly (readonly [number, number, number])[];
  readonly chain: readonly (readonly [number, number])[];
}[] = [
  { name: "of nothing", count: 0, segments: [], chain: [] },
  { name: "of one piece", count: 1, segments: [[0, 1, -3]], chain: [[0, 1]] },
  {
    name: "of the better of two ways",
    count: 2,
    segments: [[0, 1, -1], [1, 2, -1], [0, 2, -1.9]],
    chain: [[0, 2]],
  },
  {
    name: "whose segments are given in any order",
    count: 3,
    segments: [[2, 3, 0], [0, 2, -1], [1, 3, -9], [0, 1, 0]],
    chain: [[0, 2], [2, 3]],
  },
  {
    name: "around what cannot be",
    count: 2,
    segments: [[0, 1, -Infinity], [1, 2, 0], [0, 2, -50]],
    chain: [[0, 2]],
  },
  {
    name: "that does not exist",
    count: 2,
    segments: [[0, 1, 0]],
    chain: [],
  },
];

for (const { name, count, segments, chain } of CASES) {
  Deno.test(`bestChain() finds the chain ${name}`, () => {
    const found = bestChain(
      count,
      segments.map(([from, to, score]) => ({ from, to, score })),
    );
    assert.deepEqual(found.map(({ from, to }) => [from, to]), chain);
  });
}
