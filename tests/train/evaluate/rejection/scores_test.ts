import assert from "node:assert/strict";
import {
  digitLogOdds,
  largestSoftmax,
  negativeEnergy,
} from "../../../../train/evaluate/rejection/scores.ts";

/** Twelve logits. */
function row(digit: number, none: number, several: number): Float32Array {
  return Float32Array.from([digit, ...new Array(9).fill(0), none, several]);
}

Deno.test("largestSoftmax() and negativeEnergy() look only at the ten digits", () => {
  for (const score of [largestSoftmax, negativeEnergy]) {
    assert.equal(score(row(5, 0, 0)), score(row(5, 9, 9)));
    assert.ok(score(row(5, 0, 0)) > score(row(1, 0, 0)));
  }
  assert.ok(Math.abs(largestSoftmax(row(0, 0, 0)) - Math.log(0.1)) < 1e-6);
  assert.ok(Math.abs(negativeEnergy(row(0, 0, 0)) - Math.log(10)) < 1e-6);
});

Deno.test("digitLogOdds() falls with either of the two other scores", () => {
  const plain = digitLogOdds(row(5, 0, 0));
  assert.ok(digitLogOdds(row(5, 4, 0)) < plain);
  assert.ok(digitLogOdds(row(5, 0, 4)) < plain);
  const even = digitLogOdds(row(0, 0, 0));
  assert.ok(Math.abs(even - Math.log(5)) < 1e-6);
});
