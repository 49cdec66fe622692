import assert from "node:assert/strict";
import { makePadded, pad } from "../../../../train/data/effects/padded.ts";
import { changeThickness } from "../../../../train/data/effects/thickness.ts";
import { inkOf, makeSeven } from "./digit_fixture.ts";

function changed(image: Float32Array, amount: number): Float32Array {
  const source = makePadded();
  pad(image, source);
  const result = makePadded();
  changeThickness(source, result, amount);
  return result;
}

/** A bar four pixels wide from top to bottom. */
const bar = Float32Array.from(
  { length: 784 },
  (_, i) => i % 28 >= 10 && i % 28 < 14 ? 1 : 0,
);

/** The pixels of row 9, from column 8 to 15. */
function row(padded: Float32Array): number[] {
  return Array.from(
    padded.subarray(10 * 31 + 9, 10 * 31 + 17),
    (v) => Math.round(v * 100) / 100,
  );
}

Deno.test("changeThickness() widens and narrows by a pixel each side", () => {
  const cases: [number, number[]][] = [
    [0, [0, 0, 1, 1, 1, 1, 0, 0]],
    [1, [0, 1, 1, 1, 1, 1, 1, 0]],
    [0.25, [0, 0.25, 1, 1, 1, 1, 0.25, 0]],
    [-0.5, [0, 0, 0.5, 1, 1, 0.5, 0, 0]],
  ];
  for (const [amount, expected] of cases) {
    assert.deepEqual(row(changed(bar, amount)), expected);
  }
});

Deno.test("changeThickness() keeps the border of paper", () => {
  const full = changed(new Float32Array(784).fill(1), 1);
  assert.equal(inkOf(full), 784);
});

Deno.test("changeThickness() keeps three fifths of the finest stroke", () => {
  const seven = makeSeven();
  const thin = inkOf(changed(seven, -1));
  assert.ok(
    Math.abs(thin / inkOf(seven) - 0.6) < 1e-3,
    `${thin / inkOf(seven)}`,
  );
  const little = inkOf(changed(seven, -0.1));
  assert.ok(little > thin && little < inkOf(seven));
});

Deno.test("changeThickness() of a blank image is blank", () => {
  for (const amount of [-1, 0, 1]) {
    assert.ok(changed(new Float32Array(784), amount).every((ink) => ink === 0));
  }
});
