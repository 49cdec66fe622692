import assert from "node:assert/strict";
import type { Piece } from "../../../../src/number/pieces.ts";
import type { PictureLine } from "../../../../src/number/picture.ts";
import { isReachable } from "../../../../train/evaluate/numbers/reachable.ts";

const HEIGHT = 30;

/** A line of one piece, cut once in the middle; parts read as what their width says. */
function line(readings: Readonly<Record<number, number>>): PictureLine {
  const places = [0, 20, 40];
  return {
    height: HEIGHT,
    pieces: [{
      whole: part(0, 40),
      cuts: [0],
      part: (from, to) => part(places[from]!, places[to]!),
    }],
    read: ([{ left, right } = part(0, 0)]) => ({
      pixels: new Uint8Array(784),
      answer: {
        digit: readings[left + right]!,
        confidence: 1,
        probabilities: [],
        rejected: false,
        reason: null,
      },
    }),
  };
}

function part(left: number, right: number): Piece {
  const area = HEIGHT * (right - left);
  return { left, right, top: 0, bottom: HEIGHT, area, runs: new Int32Array() };
}

Deno.test("isReachable() finds a way among several", () => {
  // 0 to 20, 20 to 40, and 0 to 40.
  const lines = [line({ 20: 3, 60: 7, 40: 8 })];
  assert.ok(isReachable(lines, "37"));
  assert.ok(isReachable(lines, "8"));
  assert.ok(!isReachable(lines, "38"));
  assert.ok(!isReachable(lines, "3"));
  assert.ok(!isReachable(lines, "377"));
});

Deno.test("isReachable() requires a single line", () => {
  const both = line({ 20: 3, 60: 7, 40: 8 });
  assert.ok(!isReachable([both, both], "37"));
  assert.ok(!isReachable([], ""));
});
