import assert from "node:assert/strict";
import { openLoops } from "../../../src/image/normalize/loops.ts";
import { paint } from "../pictures.ts";

/** A ring whose middle is almost as dark, as blur makes it. */
function ring(size: number) {
  const middle = 16;
  return paint(32, 32, (x, y) => {
    const away = Math.max(Math.abs(x - middle), Math.abs(y - middle));
    return away === 0 ? 150 : away <= size / 2 ? 200 : 0;
  });
}

Deno.test("openLoops() makes a small digit's loop lighter, and nothing else", () => {
  const picture = ring(4);
  const box = { left: 14, top: 14, right: 19, bottom: 19 };
  const { pixels } = openLoops(picture, box, 100);
  const changed = [...pixels.keys()].filter((at) =>
    pixels[at] !== picture.pixels[at]
  );
  assert.deepEqual(changed, [16 * 32 + 16]);
  // The mean around the middle is (8 * 200 + 150) / 9, 400 / 9 more.
  assert.equal(pixels[16 * 32 + 16], Math.floor(150 - 2 * 400 / 9));
});

Deno.test("openLoops() leaves digits of MNIST's size as they are", () => {
  const picture = ring(19);
  const box = { left: 6, top: 6, right: 26, bottom: 26 };
  assert.equal(openLoops(picture, box, 100), picture);
});
