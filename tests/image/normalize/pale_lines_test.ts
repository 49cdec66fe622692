import assert from "node:assert/strict";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { withoutPaleLines } from "../../../src/image/normalize/pale_lines.ts";
import { findComponents } from "../../../src/image/normalize/components.ts";
import { splitLevels } from "../../../src/image/normalize/threshold.ts";
import type { GreyImage } from "../../../src/image/grey.ts";
import { nearest, paint, paintSeven } from "../pictures.ts";

/** A seven of a side and pen, on paper with lines of a level. */
function onLines(
  side: number,
  level: number,
  isLine: (x: number, y: number) => boolean,
): GreyImage {
  const paper = (x: number, y: number) => isLine(x, y) ? level : 255;
  return paintSeven(side, 0.3 * side, 0.2 * side, 0.6 * side, () => 20, paper);
}

function partsOf(ink: GreyImage) {
  const split = splitLevels(ink.pixels);
  const { threshold } = split;
  const components = findComponents(ink.pixels, ink.width, threshold);
  return { ink, split, components };
}

Deno.test("normalize() reads past paler lines, also in small pictures", () => {
  const kinds: Record<string, (side: number, x: number, y: number) => boolean> =
    {
      ruled: (_, _x, y) => y % 7 === 3,
      squared: (_, x, y) => x % 6 === 2 || y % 6 === 2,
      "a frame": (side, x, y) =>
        Math.min(x, y, side - 1 - x, side - 1 - y) === 1,
    };
  for (const side of [28, 40, 200]) {
    const plain = normalize(onLines(side, 255, () => false)).pixels;
    for (const [name, isLine] of Object.entries(kinds)) {
      const image = onLines(side, 130, (x, y) => isLine(side, x, y));
      const found = nearest(normalize(image).pixels, plain);
      assert.ok(found < 9, `${name}, ${side}: ${found.toFixed(1)} away`);
    }
  }
});

Deno.test("withoutPaleLines() leaves soft edges and lines as dark as the digit", () => {
  const inverse = (image: GreyImage) => ({
    ...image,
    pixels: image.pixels.map((level) => 255 - level),
  });
  const kinds: Record<string, GreyImage> = {
    "a tightly cut seven": paintSeven(30, 4, -1, 32, () => 0, () => 255),
    "dark lines": onLines(60, 20, (x, y) => x % 15 === 7 || y % 15 === 7),
    "a seven alone": onLines(60, 255, () => false),
    "lines alone": paint(60, 60, (_, y) => y % 10 === 3 ? 140 : 255),
  };
  for (const [name, image] of Object.entries(kinds)) {
    assert.equal(withoutPaleLines(partsOf(inverse(image))), null, name);
  }
});
