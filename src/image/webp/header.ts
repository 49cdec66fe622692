/**
 * Reads a WebP's size and orientation.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9649 | RFC 9649}
 * @module
 */

import { readOrientation } from "../exif.ts";

/** A WebP's header. */
export interface WebpHeader {
  /** Pixels in a row, as stored. */
  readonly width: number;
  /** Rows, as stored. */
  readonly height: number;
  /** EXIF orientation, 1 to 8; 1 if the file has none. */
  readonly orientation: number;
}

/** Bytes before the first chunk: `RIFF`, a size, `WEBP`. */
const FILE_HEADER_BYTES = 12;

/** Bytes before a chunk's content: its type and its size. */
const CHUNK_HEADER_BYTES = 8;

/**
 * Reads the header of a WebP file.
 *
 * @param bytes A file that begins with `RIFF`, a size and `WEBP`.
 * @throws {SyntaxError} It is truncated or animated, or does not begin with a
 * picture.
 */
export function readWebpHeader(bytes: Uint8Array): WebpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = view.getUint32(4, true) + CHUNK_HEADER_BYTES;
  if (size > bytes.length) {
    throw new SyntaxError(
      `The WebP ends after ${bytes.length} bytes, not ${size}`,
    );
  }
  let found: { width: number; height: number } | null = null;
  let orientation = 1;
  for (let at = FILE_HEADER_BYTES; at + CHUNK_HEADER_BYTES <= size;) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = at + CHUNK_HEADER_BYTES;
    const end = start + view.getUint32(at + 4, true);
    if (end > size) break;
    const content = bytes.subarray(start, end);
    if (type === "ANIM") {
      throw new SyntaxError("The WebP is animated; still ones are decoded");
    }
    if (type === "EXIF") orientation = exifOrientation(content);
    found ??= sizeOf(type, content);
    // Content of an odd size is padded.
    at = end + (end - start) % 2;
  }
  if (found === null) throw new SyntaxError("The WebP holds no picture");
  return { ...found, orientation };
}

/** The size stated in a chunk, else null. */
function sizeOf(type: string, content: Uint8Array) {
  const view = new DataView(
    content.buffer,
    content.byteOffset,
    content.byteLength,
  );
  if (type === "VP8X" && content.length >= 10) {
    const uint24 = (at: number) =>
      view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
    return { width: 1 + uint24(4), height: 1 + uint24(7) };
  }
  if (type === "VP8L" && content.length >= 5) {
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
  }
  if (type === "VP8 " && content.length >= 10) {
    return {
      width: view.getUint16(6, true) & 0x3fff,
      height: view.getUint16(8, true) & 0x3fff,
    };
  }
  return null;
}

/** Some encoders keep JPEG's prefix before the metadata. */
function exifOrientation(content: Uint8Array): number {
  const prefix = String.fromCharCode(...content.subarray(0, 6));
  const tiff = prefix === "Exif\0\0" ? content.subarray(6) : content;
  return readOrientation(tiff) ?? 1;
}
