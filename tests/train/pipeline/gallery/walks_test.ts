import assert from "node:assert/strict";
import {
  betweenDigits,
  betweenHands,
} from "../../../../train/pipeline/gallery/walks.ts";

/** A latent of two numbers and the label. */
function input(latent: [number, number], digit: number): Float32Array {
  const values = new Float32Array(12);
  values.set(latent);
  values[2 + digit] = 3;
  return values;
}

function assertClose(found: Float32Array, expected: Float32Array): void {
  found.forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) < 1e-6, `${found} at ${i}`)
  );
}

Deno.test("betweenHands() keeps the digit, both ends and the latent's length", () => {
  const [a, b] = [input([2, 0], 7), input([0, 2], 7)];
  assertClose(betweenHands(a, b, 0), a);
  assertClose(betweenHands(a, b, 1), b);
  assertClose(betweenHands(a, b, 0.5), input([Math.SQRT2, Math.SQRT2], 7));
});

Deno.test("betweenDigits() moves the label and keeps the hand", () => {
  const from = input([1, -1], 9);
  assertClose(betweenDigits(from, 0, 0), from);
  assertClose(betweenDigits(from, 0, 1), input([1, -1], 0));
  const middle = betweenDigits(from, 0, 0.5);
  assert.deepEqual([middle[0], middle[2], middle[11]], [1, 1.5, 1.5]);
});
