import assert from "node:assert/strict";
import { boldInk } from "../../../src/image/normalize/bold_ink.ts";
import { partsOf } from "../../../src/image/normalize/ink_parts.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import { nearest, paint, paintSeven } from "../pictures.ts";

const SIDE = 80;
const seven = paintSeven(SIDE, 26, 22, 40, () => 20, () => 255);

/** The seven in a thin frame, whose corners are nearly as dark as the seven. */
const framed = paint(SIDE, SIDE, (x, y) => {
  const isFrame = Math.max(Math.abs(x - 40), Math.abs(y - 40)) === 34;
  const isCorner = Math.min(Math.abs(x - 40), Math.abs(y - 40)) > 28;
  return isFrame ? isCorner ? 50 : 150 : seven.pixels[y * SIDE + x]!;
});

Deno.test("boldInk() erases a frame as a whole", () => {
  const pixels = framed.pixels.map((level) => 255 - level);
  const bold = boldInk(partsOf({ ...framed, pixels }), 0.22);
  assert.ok(bold !== null);
  bold.pixels.forEach((level, at) => {
    const [x, y] = [at % SIDE, Math.floor(at / SIDE)];
    const isAround = Math.max(Math.abs(x - 40), Math.abs(y - 40)) > 28;
    if (isAround) assert.equal(level, 0, `${x}, ${y}`);
  });
  const found = nearest(normalize(framed).pixels, normalize(seven).pixels);
  assert.ok(found < 4, `${found.toFixed(1)} away`);
});

Deno.test("boldInk() finds none in a digit alone", () => {
  const ink = { ...seven, pixels: seven.pixels.map((level) => 255 - level) };
  assert.equal(boldInk(partsOf(ink), 0.22), null);
});
