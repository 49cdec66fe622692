/**
 * Decodes JPEG to grey, baseline and progressive, upright by its EXIF
 * orientation.
 *
 * @module
 */

import { checkSize, type GreyImage } from "../grey.ts";
import { turnUpright } from "../orientation.ts";
import { greyOfRgba } from "../rgba.ts";
import { checkScans, readJpegHeader } from "./header.ts";
import { createMozJpeg } from "./mozjpeg.ts";

/** Maximum scans; encoders write about ten. */
export const MAX_SCANS = 64;

/** A decoder of files, one after another. */
export type JpegDecoder = (bytes: Uint8Array) => Promise<GreyImage>;

/**
 * Creates a decoder of JPEG files. It keeps the memory that its largest picture
 * needed.
 *
 * @param module MozJPEG's module, if the runtime has compiled it.
 * @returns A function that decodes a file that begins with JPEG's start marker.
 * It rejects with a `SyntaxError` if the file is truncated, damaged or
 * unsupported (arithmetic coding, lossless), and with a `RangeError` if its
 * header claims an unsupported size or it has too many scans.
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
