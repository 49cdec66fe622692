/**
 * What a JPEG says before its picture begins: the size, and which way up the
 * camera was held; and how many scans make up the picture.
 *
 * Nothing is decoded here. Each step moves on by the length that the file
 * states, so that reading takes time in proportion to the number of segments.
 *
 * @see ITU-T T.81, annex B; CIPA DC-008 (EXIF), section 4.6
 * @module
 */

/** Size and orientation from a JPEG's header. */
export interface JpegHeader {
  /** Pixels in a row, as stored. */
  readonly width: number;
  /** Rows, as stored. */
  readonly height: number;
  /** EXIF orientation, 1 to 8; 1 where the file tells none. */
  readonly orientation: number;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP1 = 0xe1;

/** Frames that are decoded: baseline, extended and progressive Huffman. */
const DECODED_FRAMES = [0xc0, 0xc1, 0xc2];

/** Markers of 0xC0 to 0xCF that begin no frame: tables and JPG. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

/**
 * Reads the header of a JPEG file.
 *
 * @param bytes A file that begins with JPEG's start marker.
 * @throws {SyntaxError} No frame comes before the picture's data or the file's
 * end, or it is of a kind that is not decoded (lossless, arithmetic, of four
 * colours).
 */
export function readJpegHeader(bytes: Uint8Array): JpegHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let orientation = 1;
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
    if (marker === APP1) orientation = exifOrientation(segment) ?? orientation;
    if ((marker & 0xf0) === 0xc0 && !NOT_FRAMES.includes(marker)) {
      if (!DECODED_FRAMES.includes(marker) || segment.length < 6) {
        throw new SyntaxError(
          `The JPEG's frame is of kind 0x${marker.toString(16)}; ` +
            "baseline, extended and progressive ones are decoded",
        );
      }
      const colours = segment[5]!;
      if (colours !== 1 && colours !== 3) {
        throw new SyntaxError(
          `The JPEG has ${colours} colours; 1 (grey) or 3 are decoded`,
        );
      }
      return {
        height: view.getUint16(at + 5),
        width: view.getUint16(at + 7),
        orientation,
      };
    }
    at += 2 + length;
  }
  throw new SyntaxError(
    `The JPEG of ${bytes.length} bytes holds no frame before its data or end`,
  );
}

/** The most scans that are decoded; encoders make about ten. */
export const MAX_SCANS = 64;

/**
 * Refuses a progressive file of very many scans: a scan that changes nothing
 * takes 30 bytes, and as much time as the whole picture.
 *
 * @param bytes A JPEG file. In a scan's data no start of scan can stand; one
 * in an embedded thumbnail counts, too.
 * @throws {RangeError} It has more than {@linkcode MAX_SCANS} scans.
 */
export function checkScans(bytes: Uint8Array): void {
  let scans = 0;
  for (
    let at = bytes.indexOf(0xff);
    at >= 0;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    if (bytes[at + 1] === START_OF_SCAN) scans++;
  }
  if (scans <= MAX_SCANS) return;
  throw new RangeError(
    `The JPEG has ${scans} scans; at most ${MAX_SCANS} are decoded`,
  );
}

const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/** The orientation in an APP1 segment, or undefined if it tells none. */
function exifOrientation(segment: Uint8Array): number | undefined {
  const head = String.fromCharCode(...segment.subarray(0, 8));
  if (!/^Exif\0\0(II|MM)$/.test(head) || segment.length < 14) return undefined;
  const tiff = new DataView(
    segment.buffer,
    segment.byteOffset + 6,
    segment.length - 6,
  );
  const little = head.endsWith("II");
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return undefined;
  const entries = tiff.getUint16(first, little);
  for (let i = 0; i < entries; i++) {
    const entry = first + 2 + 12 * i;
    if (entry + 12 > tiff.byteLength) return undefined;
    if (tiff.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    if (tiff.getUint16(entry + 2, little) !== SHORT) return undefined;
    const value = tiff.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
