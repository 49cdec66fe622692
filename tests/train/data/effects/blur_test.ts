import assert from "node:assert/strict";
import { blur } from "../../../../train/data/effects/blur.ts";
import { makePadded, pad } from "../../../../train/data/effects/padded.ts";
import { inkOf, makeSeven } from "./digit_fixture.ts";

function blurred(image: Float32Array, amount: number): Float32Array {
  const source = makePadded();
  pad(image, source);
  const result = new Float32Array(784);
  blur(source, result, amount);
  return result;
}

Deno.test("blur() spreads a dot by the binomial", () => {
  const dot = new Float32Array(784);
  dot[5 * 28 + 7] = 16;
  const result = blurred(dot, 1);
  const around = [4, 5, 6].map((
    y,
  ) => [...result.subarray(y * 28 + 6, y * 28 + 9)]);
  assert.deepEqual(around, [[1, 2, 1], [2, 4, 2], [1, 2, 1]]);
  assert.equal(inkOf(result), 16);
  assert.equal(blurred(dot, 0.5)[5 * 28 + 7], 10);
});

Deno.test("blur() by 0 changes nothing, and by 1 keeps the ink", () => {
  const seven = makeSeven();
  assert.deepEqual(blurred(seven, 0), seven);
  assert.ok(Math.abs(inkOf(blurred(seven, 1)) - inkOf(seven)) < 1e-4);
});
