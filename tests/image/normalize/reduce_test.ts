import fc from "fast-check";
import assert from "node:assert/strict";
import { reduce } from "../../../src/image/normalize/reduce.ts";

Deno.test("reduce() averages squares, cut ones at the edges too", () => {
  const pixels = Uint8Array.of(
    ...[0, 10, 20, 30, 200],
    ...[0, 10, 20, 30, 100],
    ...[8, 8, 8, 8, 40],
  );
  const small = reduce({ width: 5, height: 3, pixels }, 3);
  assert.deepEqual([small.width, small.height], [3, 2]);
  assert.deepEqual([...small.pixels], [5, 25, 150, 8, 8, 40]);
  const image = { width: 5, height: 3, pixels };
  assert.equal(reduce(image, 5), image);
});

Deno.test("reduce() returns the rounded mean of every square below 8 by 8", () => {
  const side = fc.integer({ min: 1, max: 23 });
  fc.assert(
    fc.property(
      side,
      side,
      fc.integer({ min: 1, max: 12 }),
      fc.array(fc.nat(255), { minLength: 529, maxLength: 529 }),
      (width, height, longest, levels) => {
        const pixels = Uint8Array.from(levels.slice(0, width * height));
        const factor = Math.ceil(Math.max(width, height) / longest);
        fc.pre(factor < 8);
        const small = reduce({ width, height, pixels }, longest);
        small.pixels.forEach((found, at) => {
          const square = [...pixels].filter((_, i) =>
            Math.floor(i % width / factor) === at % small.width &&
            Math.floor(Math.floor(i / width) / factor) ===
              Math.floor(at / small.width)
          );
          const mean = square.reduce((a, b) => a + b, 0) / square.length;
          assert.equal(found, Math.round(mean));
        });
      },
    ),
    { seed: 1 },
  );
});

Deno.test("reduce() averages some pixels of large squares, none beside them", () => {
  // Squares of 10 by 10, each of one level; the last ones are cut.
  const [width, height] = [100, 47];
  const levelOf = (x: number, y: number) =>
    (37 * Math.floor(x / 10) + 11 * Math.floor(y / 10)) % 256;
  const pixels = Uint8Array.from(
    { length: width * height },
    (_, i) => levelOf(i % width, Math.floor(i / width)),
  );
  const small = reduce({ width, height, pixels }, 10);
  assert.deepEqual([small.width, small.height], [10, 5]);
  small.pixels.forEach((found, at) => {
    const [x, y] = [at % 10, Math.floor(at / 10)];
    assert.equal(found, levelOf(10 * x, 10 * y));
  });
});
