/**
 * Reads the chunks of a PNG file: header, palette, transparency, orientation
 * and compressed data. Nothing is decompressed here.
 *
 * Chunks that do not affect grey values (text, profiles, animation) are
 * skipped.
 *
 * @see {@link https://www.w3.org/TR/png-3/ | PNG, third edition}
 * @module
 */

import { crc32 } from "node:zlib";
import { readOrientation } from "../exif.ts";
import { type PngHeader, readHeader } from "./header.ts";

/** A PNG's chunks, checked, before any pixel is decoded. */
export interface PngChunks extends PngHeader {
  /** Palette as triples of red, green and blue, or null. */
  readonly palette: Uint8Array | null;
  /** The bytes of `tRNS`: palette opacities or a transparent colour, or null. */
  readonly transparency: Uint8Array | null;
  /** EXIF orientation, 1 to 8; 1 if the file has none. */
  readonly orientation: number;
  /** The zlib stream, in parts as stored in the file. */
  readonly data: readonly Uint8Array[];
}

const SIGNATURE_BYTES = 8;
const HEADER_BYTES = 13;

/** A chunk with a valid checksum. */
interface Chunk {
  readonly type: string;
  readonly content: Uint8Array;
}

/**
 * Reads the chunks of a PNG file.
 *
 * A file is damaged if a required chunk has a wrong checksum; ancillary chunks
 * with a wrong checksum are skipped.
 *
 * @param bytes A file that begins with PNG's signature.
 * @throws {SyntaxError} The file is truncated or damaged, or its chunks are
 * invalid.
 * @throws {RangeError} Its header claims an unsupported size.
 */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  let header: PngHeader | null = null;
  let palette: Uint8Array | null = null;
  let transparency: Uint8Array | null = null;
  let orientation = 1;
  const data: Uint8Array[] = [];

  for (const { type, content } of chunksOf(bytes)) {
    if (header === null) {
      if (type !== "IHDR" || content.length !== HEADER_BYTES) {
        throw new SyntaxError("The PNG does not begin with its header chunk");
      }
      header = readHeader(content);
    } else if (type === "PLTE") palette = content;
    else if (type === "tRNS") transparency = content;
    else if (type === "eXIf") orientation = readOrientation(content) ?? 1;
    else if (type === "IDAT") data.push(content);
  }

  if (header === null || data.length === 0) {
    throw new SyntaxError("The PNG holds no image data");
  }
  if (header.colorType === 3 && (!palette || palette.length % 3 !== 0)) {
    throw new SyntaxError("The PNG has palette colour but no whole palette");
  }
  return { ...header, palette, transparency, orientation, data };
}

/** The chunks before `IEND`, in order. */
function* chunksOf(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = SIGNATURE_BYTES;;) {
    if (at + 12 > bytes.length) {
      throw new SyntaxError(
        `The PNG ends after ${bytes.length} bytes, before its end chunk`,
      );
    }
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const start = at + 8;
    const end = start + length;
    if (end + 4 > bytes.length) {
      throw new SyntaxError(
        `The PNG ends after ${bytes.length} bytes, within its chunk ${
          JSON.stringify(type)
        } of ${length} bytes at ${at}`,
      );
    }
    const isIntact = crc32(bytes.subarray(at + 4, end)) === view.getUint32(end);
    if (!isIntact && isCritical(type)) {
      throw new SyntaxError(
        `The PNG is damaged: its chunk ${JSON.stringify(type)} at ${at} has ` +
          "a wrong checksum",
      );
    }
    if (type === "IEND") return;
    if (isIntact) yield { type, content: bytes.subarray(start, end) };
    at = end + 4;
  }
}

/** Whether a decoder needs a chunk: its first letter is upper case. */
function isCritical(type: string): boolean {
  return (type.charCodeAt(0) & 0x20) === 0;
}
