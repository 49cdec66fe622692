import assert from "node:assert/strict";
import { drawScenes, NO_DIGIT } from "./mod.ts";
import { difference } from "../pictures.ts";

const SENT = [
  "chalk",
  "compressed",
  "cutOff",
  "doodles",
  "marker",
  "palePencil",
  "shadedPaper",
  "skewedCell",
  "smallInPhoto",
  "thumbnail",
  "twoPens",
];

Deno.test("drawScenes() draws the same picture for the same seed", () => {
  for (const kind of SENT) {
    const [first] = drawScenes(kind, 1, 5);
    const [again] = drawScenes(kind, 1, 5);
    assert.deepEqual(again!.image, first!.image, kind);
    assert.equal(again!.label, first!.label, kind);
    const [other] = drawScenes(kind, 1, 6);
    assert.notDeepEqual(other!.image.pixels, first!.image.pixels, kind);
  }
});

Deno.test("drawScenes() also draws the digit alone", () => {
  const [shaded] = drawScenes("shadedPaper", 1, 5);
  const plain = shaded!.plain();
  const { width, height } = shaded!.image;
  assert.deepEqual([plain.width, plain.height], [width, height]);
  // White paper, and no line that touches the border.
  for (let x = 0; x < width; x++) assert.equal(plain.pixels[x], 255);
  assert.ok(plain.pixels.some((level) => level < 64));
});

Deno.test("drawScenes() draws the rest of a picture without its digit", () => {
  const [drawn] = drawScenes("skewedCell", 1, 5, NO_DIGIT);
  assert.equal(drawn!.label, -1);
  const [blank] = drawScenes("cutOff", 1, 5, NO_DIGIT);
  const { pixels } = blank!.image;
  assert.equal(difference(pixels, pixels.map(() => pixels[0]!)), 0);
});
