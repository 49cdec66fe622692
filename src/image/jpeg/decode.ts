/**
 * Decodes JPEG to grey, baseline and progressive, upright as its EXIF
 * orientation says.
 *
 * @module
 */

import { checkSize, type GreyImage } from "../grey.ts";
import { turnUpright } from "../orientation.ts";
import { greyOfRgba } from "../rgba.ts";
import { checkScans, readJpegHeader } from "./header.ts";
import { createMozJpeg } from "./mozjpeg.ts";

/** The most scans that are decoded; encoders make about ten. */
export const MAX_SCANS = 64;

/** Decodes one file after another. */
export type JpegDecoder = (bytes: Uint8Array) => Promise<GreyImage>;

/**
 * Creates a decoder of JPEG files. It keeps the memory that its largest picture
 * took.
 *
 * @param module MozJPEG's, if the runtime has compiled it.
 * @returns A function that decodes a file that begins with JPEG's start marker.
 * It rejects with a `SyntaxError` if the file is truncated, damaged or of a kind
 * that is not decoded (arithmetic coding, lossless), and with a `RangeError` if
 * its header claims a size that is not decoded or it has too many scans.
 */
export function createJpegDecoder(module?: WebAssembly.Module): JpegDecoder {
  const decode = createMozJpeg(module);
  return async (bytes) => {
    const header = readJpegHeader(bytes);
    checkSize(header.width, header.height);
    checkScans(bytes, MAX_SCANS);
    const image = header.components === 4
      ? (await import("./cmyk.ts")).decodeCmyk(bytes, header)
      : await decode(bytes, greyOfRgba);
    return turnUpright(image, header.orientation);
  };
}
