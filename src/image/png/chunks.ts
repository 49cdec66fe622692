/**
 * A PNG file taken apart: its header, palette, transparency and compressed
 * data. Nothing is inflated here.
 *
 * Chunks that don't change the picture's grey values (text, profiles,
 * animation) are passed over unread. Checksums of chunks are not computed:
 * the compressed data carry one of their own, which inflating checks.
 *
 * @see {@link https://www.w3.org/TR/png-3/ | PNG, third edition}
 * @module
 */

import { checkSize } from "../grey.ts";

/** What a PNG's chunks say, checked, before any pixel is decoded. */
export interface PngChunks {
  /** Pixels in a row, 1 to 4096. */
  readonly width: number;
  /** Rows, 1 to 4096. */
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha. */
  readonly colorType: number;
  /** Samples of a pixel, 1 to 4. */
  readonly channels: number;
  /** Whether the pixels come in Adam7's seven passes. */
  readonly interlaced: boolean;
  /** Palette as triples of red, green and blue, or null. */
  readonly palette: Uint8Array | null;
  /** The bytes of `tRNS`: palette opacities, or a transparent colour; or null. */
  readonly transparency: Uint8Array | null;
  /** The zlib stream, in the parts that the file holds it in. */
  readonly data: readonly Uint8Array[];
}

/** Samples of a pixel and allowed depths, by colour type. */
const COLOR_TYPES: Readonly<
  Record<number, { channels: number; depths: readonly number[] }>
> = {
  0: { channels: 1, depths: [1, 2, 4, 8, 16] },
  2: { channels: 3, depths: [8, 16] },
  3: { channels: 1, depths: [1, 2, 4, 8] },
  4: { channels: 2, depths: [8, 16] },
  6: { channels: 4, depths: [8, 16] },
};

const SIGNATURE_BYTES = 8;
const HEADER_BYTES = 13;

/**
 * Reads the chunks of a PNG file.
 *
 * @param bytes A file that begins with PNG's signature.
 * @throws {SyntaxError} The file is cut short or its chunks make no sense.
 * @throws {RangeError} Its header claims a size that is not decoded.
 */
export function readPngChunks(bytes: Uint8Array): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let header: ReturnType<typeof readHeader> | null = null;
  let palette: Uint8Array | null = null;
  let transparency: Uint8Array | null = null;
  const data: Uint8Array[] = [];

  for (let at = SIGNATURE_BYTES;;) {
    if (at + 12 > bytes.length) {
      throw new SyntaxError(
        `The PNG ends after ${bytes.length} bytes, before its end chunk`,
      );
    }
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const start = at + 8;
    if (start + length + 4 > bytes.length) {
      throw new SyntaxError(
        `The PNG ends after ${bytes.length} bytes, within its chunk ${
          JSON.stringify(type)
        } of ${length} bytes at ${at}`,
      );
    }
    const content = bytes.subarray(start, start + length);
    if (header === null) {
      if (type !== "IHDR" || length !== HEADER_BYTES) {
        throw new SyntaxError("The PNG does not begin with its header chunk");
      }
      header = readHeader(content);
    } else if (type === "PLTE") palette = content;
    else if (type === "tRNS") transparency = content;
    else if (type === "IDAT") data.push(content);
    else if (type === "IEND") break;
    at = start + length + 4;
  }

  if (data.length === 0) throw new SyntaxError("The PNG holds no image data");
  if (header.colorType === 3 && (!palette || palette.length % 3 !== 0)) {
    throw new SyntaxError("The PNG has palette colour but no whole palette");
  }
  return { ...header, palette, transparency, data };
}

function readHeader(content: Uint8Array) {
  const view = new DataView(content.buffer, content.byteOffset, HEADER_BYTES);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  const [depth, colorType, compression, filter, interlace] = content
    .subarray(8) as unknown as [number, number, number, number, number];
  checkSize(width, height);
  const type = COLOR_TYPES[colorType];
  if (!type?.depths.includes(depth)) {
    throw new SyntaxError(
      `The PNG's header has colour type ${colorType} at ${depth} bits, ` +
        "which PNG does not define",
    );
  }
  if (compression !== 0 || filter !== 0 || interlace > 1) {
    throw new SyntaxError(
      `The PNG's header has compression ${compression}, filter ${filter} and ` +
        `interlace ${interlace}; 0, 0 and 0 or 1 are defined`,
    );
  }
  const interlaced = interlace === 1;
  return {
    width,
    height,
    depth,
    colorType,
    channels: type.channels,
    interlaced,
  };
}
