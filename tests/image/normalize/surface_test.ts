import assert from "node:assert/strict";
import { bentSurface } from "../../../src/image/normalize/surface.ts";
import { Random } from "../../../src/network/random.ts";

/** Terms of a surface of second degree. */
const TERMS: readonly ((x: number, y: number) => number)[] = [
  () => 1,
  (x) => x,
  (_, y) => y,
  (x, y) => x * y,
  (x) => x * x,
  (_, y) => y * y,
];

function surface(columns: number, rows: number, weights: readonly number[]) {
  return Float32Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [i % columns, Math.floor(i / columns)];
    return TERMS.reduce((sum, term, k) => sum + weights[k]! * term(x, y), 0);
  });
}

const mean = (values: Float32Array) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

Deno.test("bentSurface() returns a surface of second degree less its mean", () => {
  for (const [columns, rows] of [[9, 7], [1, 5], [6, 1], [2, 2], [32, 24]]) {
    const light = surface(columns!, rows!, [120, 3, -2, 0.1, -0.2, 0.05]);
    const middle = mean(light);
    bentSurface(light, columns!, rows!).forEach((found, i) =>
      assert.ok(Math.abs(found - (light[i]! - middle)) < 1e-3, `${i}: ${found}`)
    );
  }
});

Deno.test("bentSurface() leaves what no term explains: least squares", () => {
  const [columns, rows] = [11, 8];
  const random = new Random(9);
  const light = Float32Array.from(
    { length: columns * rows },
    () => 200 * random.uniform(),
  );
  const bent = bentSurface(light, columns, rows);
  const rest = light.map((value, i) => value - bent[i]!);
  const middle = mean(rest);
  for (const term of TERMS) {
    const product = rest.reduce(
      (sum, value, i) =>
        sum + (value - middle) * term(i % columns, Math.floor(i / columns)),
      0,
    );
    assert.ok(Math.abs(product) < 0.1, String(product));
  }
});
