/**
 * Decodes pictures of any supported format to grey.
 *
 * The format is detected from the bytes, never from a media type or a file
 * name. The WebAssembly decoders are large, so each is loaded by the first file
 * that needs it.
 *
 * @module
 */

import { once } from "../once.ts";
import type { GreyImage } from "./grey.ts";
import { decodePng } from "./png/decode.ts";

/** A supported picture format. */
export type PictureFormat = "png" | "jpeg" | "webp";

/** First bytes of each format; null stands for any byte. */
const SIGNATURES: Readonly<
  Record<PictureFormat, readonly (number | null)[]>
> = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
  // RIFF, the file's size, WEBP.
  webp: [
    ...[0x52, 0x49, 0x46, 0x46],
    ...[null, null, null, null],
    ...[0x57, 0x45, 0x42, 0x50],
  ],
};

/**
 * Detects a picture's format by its first bytes.
 *
 * @returns The format, or null if it is not supported.
 *
 * @example
 * ```ts
 * import { pictureFormat } from "./decode.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(pictureFormat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), "jpeg");
 * assert.equal(pictureFormat(new TextEncoder().encode("<svg/>")), null);
 * ```
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  for (const [format, signature] of Object.entries(SIGNATURES)) {
    if (signature.every((byte, i) => byte === null || byte === bytes[i])) {
      return format as PictureFormat;
    }
  }
  return null;
}

/**
 * Decodes a picture to grey.
 *
 * @param bytes A PNG, JPEG or WebP file.
 * @throws {TypeError} The bytes are of no supported format.
 * @throws {SyntaxError} The file is truncated or damaged.
 * @throws {RangeError} Its header claims a side of 0 or above 4096 pixels, or
 * more than is supported of its kind.
 */
export type PictureDecoder = (bytes: Uint8Array) => Promise<GreyImage>;

/** Decoder modules that the runtime has compiled, by format. */
export interface CompiledDecoders {
  /** MozJPEG's. */
  readonly jpeg?: WebAssembly.Module;
  /** libwebp's. */
  readonly webp?: WebAssembly.Module;
}

/**
 * Creates a decoder of pictures. It keeps the memory that the WebAssembly
 * decoders needed for their largest pictures.
 *
 * @param compiled Decoder modules. By default they are compiled when needed,
 * which some runtimes refuse.
 */
export function createPictureDecoder(
  compiled: CompiledDecoders = {},
): PictureDecoder {
  const jpeg = once(async () =>
    (await import("./jpeg/decode.ts")).createJpegDecoder(compiled.jpeg)
  );
  const webp = once(async () =>
    (await import("./webp/decode.ts")).createWebpDecoder(compiled.webp)
  );
  return async (bytes) => {
    switch (pictureFormat(bytes)) {
      case "png":
        return decodePng(bytes);
      case "jpeg":
        return await (await jpeg())(bytes);
      case "webp":
        return await (await webp())(bytes);
      case null:
        throw new TypeError(
          "The picture's bytes are neither PNG, JPEG nor WebP",
        );
    }
  };
}
