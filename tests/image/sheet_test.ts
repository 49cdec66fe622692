import fc from "fast-check";
import assert from "node:assert/strict";
import { layOutSheet } from "../../src/image/sheet.ts";
import { encodeSvg } from "../../src/image/svg.ts";

Deno.test("layOutSheet() puts every digit at its place", () => {
  const digits = new Uint8Array(5 * 784);
  for (let k = 0; k < 5; k++) digits.fill(k + 1, k * 784, (k + 1) * 784);
  const cases: [number, number, number][] = [
    [2, 56, 84],
    [3, 84, 56],
    [10, 140, 28],
    [1, 28, 140],
  ];
  for (const [columns, width, height] of cases) {
    const sheet = layOutSheet(digits, columns);
    assert.deepEqual([sheet.width, sheet.height], [width, height]);
    const across = Math.min(columns, 5);
    for (let k = 0; k < 5; k++) {
      const x = (k % across) * 28;
      const y = Math.floor(k / across) * 28;
      assert.equal(sheet.pixels[y * width + x], k + 1);
      assert.equal(sheet.pixels[(y + 27) * width + x + 27], k + 1);
    }
  }
});

Deno.test("encodeSvg() draws every pixel once, rounded to sixteen levels", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.uint8Array({ minLength: 8, maxLength: 64 }),
      (width, levels) => {
        const height = Math.floor(levels.length / width);
        const pixels = levels.slice(0, width * height);
        const svg = encodeSvg({ width, height, pixels }, 3);
        const drawn = new Uint8Array(width * height);
        const paths = /<path stroke="#(.)\1\1" d="([^"]+)"\/>/g;
        for (const [, level, runs] of svg.matchAll(paths)) {
          for (const [, x, y, n] of runs!.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
            const at = Number(y) * width + Number(x);
            for (let i = 0; i < Number(n); i++) {
              assert.equal(drawn[at + i], 0);
              drawn[at + i] = 17 * parseInt(level!, 16);
            }
          }
        }
        assert.deepEqual(
          drawn,
          pixels.map((value) => 17 * Math.round(value / 17)),
        );
      },
    ),
    { seed: 1 },
  );
});

Deno.test("encodeSvg() draws the same dark on white, where the paper is white", () => {
  const image = { width: 3, height: 1, pixels: Uint8Array.of(0, 255, 34) };
  const svg = encodeSvg(image, 3, "white");
  assert.match(svg, /<rect fill="#fff"/);
  assert.match(svg, /<path stroke="#ddd" d="M2 0h1"/);
  assert.match(svg, /<path stroke="#000" d="M1 0h1"/);
  assert.doesNotMatch(encodeSvg(image, 3), /fill=/);
});
