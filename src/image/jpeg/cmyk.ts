/**
 * Decodes JPEGs with four components (CMYK or YCCK), which MozJPEG does not
 * convert to RGB.
 *
 * jpeg-js is several times slower and needs more memory, so the limits are
 * lower.
 *
 * @module
 */

import { decode } from "jpeg-js";
import { type GreyImage, luminance } from "../grey.ts";
import { checkScans, type JpegHeader } from "./header.ts";

/** Maximum pixels; each takes 140 bytes. */
export const MAX_CMYK_PIXELS = 1_500_000;

/** Maximum scans; libjpeg writes 18 for four components. */
const MAX_SCANS = 20;

/** Memory that jpeg-js may request, by its own count. */
const MAX_MEGABYTES = 256;

/**
 * Adobe's segment with transform 0: the components are CMYK, stored inverted.
 */
const ADOBE = Uint8Array.of(
  ...[0xff, 0xee, 0, 14],
  ...[0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0],
);

/**
 * Decodes a JPEG with four components to grey, without turning it upright.
 *
 * Files without Adobe's marker are read as if they had it, as browsers do.
 *
 * @param bytes The whole file.
 * @param header Its header.
 * @throws {SyntaxError} The file is damaged or truncated.
 * @throws {RangeError} It has more than {@linkcode MAX_CMYK_PIXELS} pixels or
 * 20 scans.
 */
export function decodeCmyk(bytes: Uint8Array, header: JpegHeader): GreyImage {
  const { width, height, hasAdobe } = header;
  if (width * height > MAX_CMYK_PIXELS) {
    throw new RangeError(
      `The JPEG has 4 components and ${width} x ${height} pixels; ` +
        `up to ${MAX_CMYK_PIXELS} pixels of 4 components are decoded`,
    );
  }
  checkScans(bytes, MAX_SCANS);
  const { data } = decodeRgb(hasAdobe ? bytes : withAdobe(bytes));
  const pixels = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < pixels.length; i++, at += 3) {
    pixels[i] = luminance(data[at]!, data[at + 1]!, data[at + 2]!);
  }
  return { width, height, pixels };
}

function decodeRgb(bytes: Uint8Array): { data: Uint8Array } {
  try {
    return decode(bytes, {
      useTArray: true,
      formatAsRGBA: false,
      tolerantDecoding: false,
      maxMemoryUsageInMB: MAX_MEGABYTES,
    });
  } catch (cause) {
    throw new SyntaxError("The JPEG is damaged or truncated", { cause });
  }
}

/** Inserts Adobe's segment at the start of a file. */
function withAdobe(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length + ADOBE.length);
  result.set(bytes.subarray(0, 2));
  result.set(ADOBE, 2);
  result.set(bytes.subarray(2), 2 + ADOBE.length);
  return result;
}
