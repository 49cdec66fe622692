import fc from "fast-check";
import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { layOnPaper, luminance } from "../../../src/image/grey.ts";
import { readCanvas, readCanvasRows } from "../../../src/image/png/canvas.ts";

/** Filtered rows of four bytes a pixel, made of plain ones. */
function filterRows(
  pixels: Uint8Array,
  width: number,
  filters: readonly number[],
): Uint8Array {
  const row = 4 * width;
  const rows = new Uint8Array(filters.length * (1 + row));
  filters.forEach((filter, y) => {
    rows[y * (1 + row)] = filter;
    for (let i = 0; i < row; i++) {
      const left = i < 4 ? 0 : pixels[y * row + i - 4]!;
      const above = y === 0 ? 0 : pixels[(y - 1) * row + i]!;
      const corner = y === 0 || i < 4 ? 0 : pixels[(y - 1) * row + i - 4]!;
      const guess = left + above - corner;
      const nearest = [left, above, corner].reduce((best, value) =>
        Math.abs(value - guess) < Math.abs(best - guess) ? value : best
      );
      const from = [0, left, above, (left + above) >> 1, nearest][filter]!;
      rows[y * (1 + row) + 1 + i] = pixels[y * row + i]! - from;
    }
  });
  return rows;
}

/** The slow way: each pixel's luminance, then all laid on paper. */
function expectedGrey(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4);
  const alpha = new Uint8Array(grey.length);
  for (let i = 0; i < grey.length; i++) {
    grey[i] = luminance(
      pixels[4 * i]!,
      pixels[4 * i + 1]!,
      pixels[4 * i + 2]!,
    );
    alpha[i] = pixels[4 * i + 3]!;
  }
  layOnPaper(grey, alpha);
  return grey;
}

Deno.test("readCanvas() and readCanvasRows() give what the slow way gives, by any filters", () => {
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
        const count = width * filters.length;
        const pixels = Uint8Array.from(
          Array.from({ length: count }, (_, i) => colors[Math.floor(i / run)]!)
            .flat(),
        );
        const rows = filterRows(pixels, width, filters);
        const expected = expectedGrey(pixels);
        const height = filters.length;
        assert.deepEqual(readCanvasRows(rows, width, height), expected);
        const found = readCanvas([deflateSync(rows)], width, height);
        if (found !== null) assert.deepEqual(found, expected);
      },
    ),
    { seed: 4, numRuns: 200 },
  );
});

Deno.test("readCanvasRows() takes black paper where white leaves nothing to see", () => {
  const pixels = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 0);
  const rows = filterRows(pixels, 2, [2]);
  assert.deepEqual([...readCanvasRows(rows, 2, 1)], [255, 0]);
});

Deno.test("readCanvasRows() refuses a filter that does not exist", () => {
  assert.throws(
    () => readCanvasRows(Uint8Array.of(5, 0, 0, 0, 0), 1, 1),
    {
      name: "SyntaxError",
      message: "The PNG has a row filter 5; 0 to 4 exist",
    },
  );
});
