import fc from "fast-check";
import assert from "node:assert/strict";
import { blend, luminance } from "../../../src/image/grey.ts";
import { decodePng } from "../../../src/image/png/decode.ts";
import { data, end, header, png } from "./build.ts";

/** Filtered rows of four bytes a pixel, made of plain ones. */
function filterRows(
  pixels: readonly number[],
  width: number,
  filters: readonly number[],
): number[] {
  const row = 4 * width;
  return filters.flatMap((filter, y) => [
    filter,
    ...pixels.slice(y * row, (y + 1) * row).map((value, i) => {
      const left = i < 4 ? 0 : pixels[y * row + i - 4]!;
      const above = y === 0 ? 0 : pixels[(y - 1) * row + i]!;
      const corner = y === 0 || i < 4 ? 0 : pixels[(y - 1) * row + i - 4]!;
      const guess = left + above - corner;
      const nearest = [left, above, corner].reduce((best, other) =>
        Math.abs(other - guess) < Math.abs(best - guess) ? other : best
      );
      const from = [0, left, above, (left + above) >> 1, nearest][filter]!;
      return (value - from) & 255;
    }),
  ]);
}

Deno.test("decodePng() reads canvases by any filters", () => {
  const level = fc.constantFrom(0, 1, 127, 128, 254, 255);
  const color = fc.oneof(
    fc.array(level, { minLength: 4, maxLength: 4 }),
    level.map((grey) => [grey, grey, grey, 255]),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 7 }),
      fc.array(color, { minLength: 280, maxLength: 280 }),
      fc.integer({ min: 1, max: 20 }),
      (width, filters, colors, run) => {
        // Runs of one colour, across rows as well.
        const height = filters.length;
        const pixels = Array.from(
          { length: width * height },
          (_, i) => colors[Math.floor(i / run)]!,
        );
        const rows = filterRows(pixels.flat(), width, filters);
        const found = decodePng(
          png(header(width, height, 8, 6), data(...rows), end),
        );
        const laid = (paper: number) =>
          pixels.map(([red, green, blue, alpha]) =>
            blend(luminance(red!, green!, blue!), alpha!, paper)
          );
        const white = laid(255);
        const isClear = pixels.some(([, , , alpha]) => alpha !== 255);
        const isFlat = Math.max(...white) - Math.min(...white) < 16;
        const expected = isClear && isFlat ? laid(0) : white;
        assert.deepEqual([...found.pixels], expected);
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});
