/**
 * Decodes JPEG to grey, baseline and progressive, turned upright as its EXIF
 * orientation asks.
 *
 * It is not a check of colour: whatever the file's colours, luminance is kept.
 *
 * @module
 */

import { checkSize, type GreyImage, luminance } from "../grey.ts";
import { type ColourImage, createJpegDecoder } from "./decoder.ts";
import { checkScans, readJpegHeader } from "./header.ts";
import { turnUpright } from "../orientation.ts";

/** The decoder for all files; one of up to 4096 x 4096 pixels at a time. */
const decode = createJpegDecoder();

/**
 * Decodes a JPEG file.
 *
 * @param bytes A file that begins with JPEG's start marker.
 * @throws {SyntaxError} The file is cut short, damaged or of a kind that is
 * not decoded (arithmetic coding, lossless, four colours).
 * @throws {RangeError} Its header claims a size that is not decoded, or it has
 * more scans than any encoder makes.
 */
export async function decodeJpeg(bytes: Uint8Array): Promise<GreyImage> {
  const { width, height, orientation } = readJpegHeader(bytes);
  checkSize(width, height);
  checkScans(bytes);
  return turnUpright(await decode(bytes, toGrey), orientation);
}

function toGrey({ width, height, data }: ColourImage): GreyImage {
  const pixels = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < pixels.length; i++, at += 4) {
    pixels[i] = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
  }
  return { width, height, pixels };
}
