/**
 * Reads the size of a picture from its header, before it is decoded.
 *
 * @module
 */

import { pictureFormat } from "./decode.ts";
import { readJpegHeader } from "./jpeg/header.ts";
import { readWebpHeader } from "./webp/header.ts";

/**
 * Number of pixels that a picture file claims.
 *
 * @param bytes The file.
 * @returns 0 if the header does not state it; decoding it will fail.
 */
export function picturePixels(bytes: Uint8Array): number {
  try {
    const { width, height } = sizeOf(bytes);
    return width * height;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return 0;
    throw error;
  }
}

function sizeOf(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } {
  switch (pictureFormat(bytes)) {
    case "png": {
      // Signature, length and type of the first chunk, then its content.
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      return { width: view.getUint32(16), height: view.getUint32(20) };
    }
    case "jpeg":
      return readJpegHeader(bytes);
    case "webp":
      return readWebpHeader(bytes);
    case null:
      return { width: 0, height: 0 };
  }
}
