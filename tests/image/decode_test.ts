import jpeg from "jpeg-js";
import assert from "node:assert/strict";
import { createPictureDecoder, pictureFormat } from "../../src/image/decode.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { encodeWebp } from "./webp/encode.ts";

/** A light picture of 4 by 3 pixels in each format. */
async function files(): Promise<Record<string, Uint8Array>> {
  const [width, height] = [4, 3];
  const pixels = new Uint8Array(width * height).fill(200);
  const data = new Uint8ClampedArray(4 * pixels.length).fill(255);
  return {
    png: encodePng({ width, height, pixels }),
    jpeg: new Uint8Array(jpeg.encode({ width, height, data }, 90).data),
    webp: await encodeWebp({ width, height, data }),
  };
}

Deno.test("createPictureDecoder() decodes every format by its bytes", async () => {
  const decode = createPictureDecoder();
  for (const [format, file] of Object.entries(await files())) {
    assert.equal(pictureFormat(file), format);
    const { width, height, pixels } = await decode(file);
    assert.deepEqual([width, height], [4, 3], format);
    assert.ok(pixels.every((level) => level >= 199), format);
  }
});

Deno.test("createPictureDecoder() refuses what is no picture", async () => {
  const decode = createPictureDecoder();
  for (
    const text of ["", "GIF89a", "BM", "\x89PN", "\xff\xd8", "RIFF....WAVE"]
  ) {
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    assert.equal(pictureFormat(bytes), null);
    await assert.rejects(decode(bytes), TypeError);
  }
});
