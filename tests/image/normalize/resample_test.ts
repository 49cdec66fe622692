import fc from "fast-check";
import assert from "node:assert/strict";
import { resample } from "../../../src/image/normalize/resample.ts";
import { resampleSlowly } from "../reference/resample.ts";

/** Levels that stand for themselves. */
const SHARES = Float32Array.from({ length: 256 }, (_, level) => level);

/** Resamples a row over a part of it. */
function resampleRow(
  row: readonly number[],
  [left, right]: readonly [number, number],
  columns: number,
): number[] {
  const ink = { ink: Uint8Array.from(row), width: row.length, shares: SHARES };
  return [...resample(ink, { left, top: 0, right, bottom: 1 }, columns, 1)];
}

Deno.test("resample() averages areas and interpolates between pixels", () => {
  const row = [0, 3, 6, 9, 12, 15];
  const cases: [number, number[]][] = [
    [6, [0, 3, 6, 9, 12, 15]],
    [3, [1.5, 7.5, 13.5]],
    [4, [1, 5, 10, 14]],
    [1, [7.5]],
    [12, [0, .75, 2.25, 3.75, 5.25, 6.75, 8.25, 9.75, 11.25, 12.75, 14.25, 15]],
  ];
  for (const [columns, values] of cases) {
    const found = resampleRow(row, [0, 6], columns);
    found.forEach((value, i) => assert.ok(Math.abs(value - values[i]!) < 1e-5));
  }
});

Deno.test("resample() cuts pixels at the box's edges", () => {
  assert.deepEqual(resampleRow([0, 4, 8, 0], [0.5, 2.5], 2), [2, 6]);
});

Deno.test("resample() does what its definition says for any box", () => {
  const side = fc.integer({ min: 1, max: 12 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.tuple(side, side),
      fc.tuple(share, share, share, share),
      fc.tuple(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
      ),
      fc.array(fc.nat(255), { minLength: 144, maxLength: 144 }),
      ([width, height], [a, b, c, d], [columns, rows], levels) => {
        const ink = Uint8Array.from(levels.slice(0, width * height));
        const [left, top] = [a * (width - 0.5), b * (height - 0.5)];
        const box = {
          left,
          top,
          right: left + 0.5 + c * (width - 0.5 - left),
          bottom: top + 0.5 + d * (height - 0.5 - top),
        };
        const found = resample(
          { ink, width, shares: SHARES },
          box,
          columns,
          rows,
        );
        const expected = resampleSlowly([...ink], width, box, columns, rows);
        assert.equal(found.length, expected.length);
        found.forEach((value, i) => {
          assert.ok(Math.abs(value - expected[i]!) < 0.01, `${i}: ${value}`);
        });
      },
    ),
    { seed: 1, numRuns: 400 },
  );
});
