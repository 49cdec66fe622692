import assert from "node:assert/strict";
import { canvasPng, drawBow } from "../../bench/service/drawing.ts";
import { decodePicture, decodeReduced } from "../../src/image/decode.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { reduce } from "../../src/image/normalize/reduce.ts";
import { Random } from "../../src/network/random.ts";

Deno.test("decodeReduced() gives what decoding and reducing give", async () => {
  const random = new Random(12);
  const canvas = drawBow();
  const clear = canvas.map((_, i) => i % 4 === 3 ? 255 - canvas[i - 1]! : 0);
  const grey = (width: number, height: number) =>
    encodePng({
      width,
      height,
      pixels: Uint8Array.from(
        { length: width * height },
        () => random.below(256),
      ),
    });
  const files = [
    canvasPng(canvas),
    canvasPng(clear),
    canvasPng(new Uint8Array(canvas.length).fill(255)),
    grey(280, 131),
    grey(20, 30),
  ];
  for (const file of files) {
    const picture = await decodePicture(file);
    // Sides that need no reducing, halving, and a larger factor.
    for (const side of [300, 256, 140, 64]) {
      const { width, height, image } = await decodeReduced(file, side);
      assert.deepEqual([width, height], [picture.width, picture.height]);
      assert.deepEqual(image, reduce(picture, side));
    }
  }
});

Deno.test("decodeReduced() refuses what is no picture", async () => {
  await assert.rejects(
    decodeReduced(new TextEncoder().encode("<svg/>"), 256),
    TypeError,
  );
});
