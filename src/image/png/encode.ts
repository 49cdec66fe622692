/**
 * Writes grey pictures as PNG.
 *
 * The compressor is a pinned one in JavaScript rather than the runtime's, so
 * that the same picture yields the same file everywhere.
 *
 * @module
 */

import { encode } from "fast-png";
import type { GreyImage } from "../grey.ts";

/**
 * Encodes a picture as 8-bit grey PNG.
 *
 * @param image A picture; its values are written as they are.
 *
 * @example
 * ```ts
 * import { encodePng } from "./encode.ts";
 * import { decodePng } from "./decode.ts";
 * import assert from "node:assert/strict";
 *
 * const image = { width: 2, height: 1, pixels: Uint8Array.of(0, 255) };
 * assert.deepEqual(decodePng(encodePng(image)), image);
 * ```
 */
export function encodePng(image: GreyImage): Uint8Array<ArrayBuffer> {
  const { width, height, pixels } = image;
  return new Uint8Array(
    encode({ width, height, channels: 1, depth: 8, data: pixels }, {
      zlib: { level: 6 },
    }),
  );
}
