/**
 * The size of a picture by its header, before it is decoded.
 *
 * @module
 */

import { pictureFormat } from "./decode.ts";

/**
 * Pixels that a picture file claims to have.
 *
 * @param bytes The file.
 * @returns 0 where the header does not say it: decoding it then fails.
 */
export async function picturePixels(bytes: Uint8Array): Promise<number> {
  try {
    const { width, height } = await sizeOf(bytes);
    return width * height;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return 0;
    throw error;
  }
}

async function sizeOf(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number }> {
  switch (pictureFormat(bytes)) {
    case "png": {
      // Signature, length and type of the first chunk, then its content.
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return { width: view.getUint32(16), height: view.getUint32(20) };
    }
    case "jpeg":
      return (await import("./jpeg/header.ts")).readJpegHeader(bytes);
    case "webp":
      return (await import("./webp/header.ts")).readWebpHeader(bytes);
    case null:
      return { width: 0, height: 0 };
  }
}
