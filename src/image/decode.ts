/**
 * From the bytes of a picture to grey, whatever the format.
 *
 * The format is told by the bytes, never by a media type or a file's name.
 * The decoder of JPEG, which is large, is loaded when the first one arrives.
 *
 * @module
 */

import type { GreyImage } from "./grey.ts";
import type { JpegDecoder } from "./jpeg/decode.ts";
import { decodePng } from "./png/decode.ts";
import { reduce, type ReducedPicture } from "./normalize/reduce.ts";

/** A picture format that can be decoded. */
export type PictureFormat = "png" | "jpeg";

const SIGNATURES: Readonly<Record<PictureFormat, readonly number[]>> = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
};

/**
 * Tells a picture's format by its first bytes.
 *
 * @returns The format, or null if the bytes are of none that is decoded.
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
    if (signature.every((byte, i) => bytes[i] === byte)) {
      return format as PictureFormat;
    }
  }
  return null;
}

/** The decoder for all JPEG files. */
let decodingJpeg: Promise<JpegDecoder> | undefined;

function jpegDecoder(): Promise<JpegDecoder> {
  return decodingJpeg ??= import("./jpeg/decode.ts").then((module) =>
    module.createJpegDecoder()
  );
}

/**
 * Decodes a picture to grey.
 *
 * @param bytes A PNG or JPEG file.
 * @throws {TypeError} The bytes are of no format that is decoded.
 * @throws {SyntaxError} The file is cut short or damaged.
 * @throws {RangeError} Its header claims a side of 0 or above 4096 pixels.
 */
export async function decodePicture(bytes: Uint8Array): Promise<GreyImage> {
  switch (pictureFormat(bytes)) {
    case "png":
      return decodePng(bytes);
    case "jpeg":
      return await (await jpegDecoder())(bytes);
    case null:
      throw new TypeError(
        "The picture's bytes are neither PNG's nor JPEG's",
      );
  }
}

/**
 * Decodes a picture and makes it small by averaging squares of pixels.
 *
 * @param bytes A PNG or JPEG file.
 * @param side The longest side wanted, in pixels.
 * @throws {TypeError} The bytes are of no format that is decoded.
 * @throws {SyntaxError} The file is cut short or damaged.
 * @throws {RangeError} Its header claims a side of 0 or above 4096 pixels.
 */
export async function decodeReduced(
  bytes: Uint8Array,
  side: number,
): Promise<ReducedPicture> {
  const picture = await decodePicture(bytes);
  const { width, height } = picture;
  return { width, height, image: reduce(picture, side) };
}
