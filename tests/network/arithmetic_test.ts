import assert from "node:assert/strict";
import {
  multiplierOf,
  pixelCode,
  requantize,
  roundHalfEven,
  sigmoidIndex,
  sigmoidTable,
} from "../../src/network/arithmetic.ts";

Deno.test("pixelCode() rounds byte / 255 to the nearest code / 127", () => {
  for (let byte = 0; byte < 256; byte++) {
    assert.equal(pixelCode(byte), Math.round(byte * 127 / 255), `byte ${byte}`);
  }
});

Deno.test("roundHalfEven() rounds halves to even", () => {
  const cases = [
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-0.5, 0],
    [-1.5, -2],
    [-2.5, -2],
    [0.49999999, 0],
    [1.2, 1],
    [-1.7, -2],
    [3, 3],
  ] as const;
  for (const [value, rounded] of cases) {
    assert.equal(roundHalfEven(value) + 0, rounded, String(value));
  }
});

Deno.test("requantize() scales, rounds to even and clamps to 0 to 127", () => {
  const cases = [
    [0, 1, 0],
    [-5, 1, 0],
    [5, 0.5, 2],
    [7, 0.5, 4],
    [1000, 0.25, 127],
    [127, 1, 127],
    [-2147483648, 0.001, 0],
  ] as const;
  for (const [sum, multiplier, code] of cases) {
    assert.equal(requantize(sum, multiplier), code, `${sum} * ${multiplier}`);
  }
});

Deno.test("requantize() rounds the accumulator to float32 before it multiplies", () => {
  // 2^24 + 1 is not a float32; times 2^-20 it would be 16.00000095.
  assert.equal(requantize(2 ** 24 + 1, 2 ** -20), 16);
  assert.equal(multiplierOf(0.1, 0.1, 1), Math.fround(0.1 * 0.1));
});

Deno.test("sigmoidTable() has 255 times the logistic function", () => {
  const table = sigmoidTable();
  assert.equal(table.length, 1024);
  assert.equal(table[0], 0);
  assert.equal(table[512], 128);
  assert.equal(table[1023], 255);
  assert.equal(table[512 + 64], Math.round(255 / (1 + Math.exp(-1))));
  assert.ok(table.every((byte, i) => i === 0 || byte >= table[i - 1]!));
});

Deno.test("sigmoidIndex() stays within the table", () => {
  assert.equal(sigmoidIndex(0, 1), 512);
  assert.equal(sigmoidIndex(-512, 1), 0);
  assert.equal(sigmoidIndex(-513, 1), 0);
  assert.equal(sigmoidIndex(511, 1), 1023);
  assert.equal(sigmoidIndex(512, 1), 1023);
});
