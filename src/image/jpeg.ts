/**
 * Decodes JPEG to grey, baseline and progressive, turned upright as its EXIF
 * orientation asks.
 *
 * It is not a check of colour: whatever the file's colours, luminance is kept.
 *
 * @module
 */

import jpeg from "jpeg-js";
import { checkSize, type GreyImage, luminance, MAX_SIDE } from "./grey.ts";
import { checkScans, readJpegHeader } from "./jpeg_header.ts";
import { turnUpright } from "./orientation.ts";

/** Memory that decoding may take, in MB; 4096 x 4096 in colour takes 250. */
const DECODE_MEMORY = 400;

/**
 * Decodes a JPEG file.
 *
 * @param bytes A file that begins with JPEG's start marker.
 * @throws {SyntaxError} The file is cut short, damaged or of a kind that is
 * not decoded (arithmetic coding, lossless, four colours without a transform).
 * @throws {RangeError} Its header claims a size that is not decoded, or it has
 * more scans than any encoder makes.
 */
export function decodeJpeg(bytes: Uint8Array): GreyImage {
  const { width, height, orientation } = readJpegHeader(bytes);
  checkSize(width, height);
  checkScans(bytes);
  let decoded;
  try {
    decoded = jpeg.decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxResolutionInMP: MAX_SIDE * MAX_SIDE / 1e6,
      maxMemoryUsageInMB: DECODE_MEMORY,
    });
  } catch (cause) {
    throw new SyntaxError("The JPEG is damaged or cut short", { cause });
  }
  const { data } = decoded;
  const pixels = new Uint8Array(decoded.width * decoded.height);
  for (let i = 0, at = 0; i < pixels.length; i++, at += 3) {
    pixels[i] = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
  }
  const { width: columns, height: rows } = decoded;
  return turnUpright(
    { width: columns, height: rows, pixels },
    orientation,
  );
}
