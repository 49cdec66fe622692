/**
 * Reads a JPEG's header (size, components, orientation) and counts its scans.
 *
 * Nothing is decoded: each segment states its length, so the time is
 * proportional to the number of segments.
 *
 * @see ITU-T T.81, annex B; CIPA DC-008 (EXIF), section 4.7.2
 * @module
 */

import { readOrientation } from "../exif.ts";

/** A JPEG's header. */
export interface JpegHeader {
  /** Pixels in a row, as stored. */
  readonly width: number;
  /** Rows, as stored. */
  readonly height: number;
  /** Colour components: 1 (grey), 3, or 4 (CMYK or YCCK). */
  readonly components: number;
  /** Whether it has Adobe's marker; such files store inks inverted. */
  readonly hasAdobe: boolean;
  /** EXIF orientation, 1 to 8; 1 where the file has none. */
  readonly orientation: number;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;
const APP14 = 0xee;

/** Supported frames: baseline, extended and progressive Huffman. */
const DECODED_FRAMES = [0xc0, 0xc1, 0xc2];

/** Markers from 0xC0 to 0xCF that do not begin a frame: tables and JPG. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

/**
 * Reads the header of a JPEG file.
 *
 * @param bytes A file that begins with JPEG's start marker.
 * @throws {SyntaxError} There is no frame before the picture's data or the
 * file's end, or it is unsupported (lossless, arithmetic, two or more than four
 * components).
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
  let hasAdobe = false;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) break;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at++; // Any number of fill bytes may stand before a marker.
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    const length = view.getUint16(at + 2);
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (length < 2 || at + 2 + length > bytes.length) break;
    if (marker === APP1 && startsWith(segment, "Exif\0\0")) {
      orientation = readOrientation(segment.subarray(6)) ?? orientation;
    }
    if (marker === APP14 && startsWith(segment, "Adobe")) hasAdobe = true;
    if ((marker & 0xf0) === 0xc0 && !NOT_FRAMES.includes(marker)) {
      if (!DECODED_FRAMES.includes(marker) || segment.length < 6) {
        throw new SyntaxError(
          `The JPEG's frame is of kind 0x${marker.toString(16)}; ` +
            "baseline, extended and progressive ones are decoded",
        );
      }
      const components = segment[5]!;
      if (![1, 3, 4].includes(components)) {
        throw new SyntaxError(
          `The JPEG has ${components} components; 1 (grey), 3 or 4 are decoded`,
        );
      }
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        components,
        hasAdobe,
        orientation,
      };
    }
    at += 2 + length;
  }
  throw new SyntaxError(
    `The JPEG of ${bytes.length} bytes holds no frame before its data or end`,
  );
}

/** Whether a segment begins with these characters. */
function startsWith(segment: Uint8Array, text: string): boolean {
  return text === String.fromCharCode(...segment.subarray(0, text.length));
}

/**
 * Refuses a progressive file with very many scans: a scan that changes nothing
 * has 30 bytes, and takes as long as the whole picture.
 *
 * @param bytes A JPEG file. A scan's data cannot contain a start of scan; those
 * of an embedded thumbnail are counted too.
 * @param most Maximum scans; encoders write about ten.
 * @throws {RangeError} It has more.
 */
export function checkScans(bytes: Uint8Array, most: number): void {
  let scans = 0;
  for (
    let at = bytes.indexOf(0xff);
    at >= 0;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    if (bytes[at + 1] === START_OF_SCAN) scans++;
  }
  if (scans <= most) return;
  throw new RangeError(
    `The JPEG has ${scans} scans; at most ${most} are decoded`,
  );
}
