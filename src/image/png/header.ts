/**
 * PNG's header chunk.
 *
 * @see {@link https://www.w3.org/TR/png-3/#11IHDR | PNG, section 11.2.1}
 * @module
 */

import { checkSize } from "../grey.ts";

/** The header of a PNG file, checked. */
export interface PngHeader {
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

/**
 * Reads the header.
 *
 * @param content The 13 bytes of `IHDR`.
 * @throws {SyntaxError} A value is one that PNG does not define.
 * @throws {RangeError} A side is 0 or above 4096.
 */
export function readHeader(content: Uint8Array): PngHeader {
  const view = new DataView(content.buffer, content.byteOffset);
  const width = view.getUint32(0);
  const height = view.getUint32(4);
  checkSize(width, height);
  const depth = view.getUint8(8);
  const colorType = view.getUint8(9);
  const type = COLOR_TYPES[colorType];
  if (!type?.depths.includes(depth)) {
    throw new SyntaxError(
      `The PNG's header has colour type ${colorType} at ${depth} bits, ` +
        "which PNG does not define",
    );
  }
  const compression = view.getUint8(10);
  const filter = view.getUint8(11);
  const interlace = view.getUint8(12);
  if (compression !== 0 || filter !== 0 || interlace > 1) {
    throw new SyntaxError(
      `The PNG's header has compression ${compression}, filter ${filter} and ` +
        `interlace ${interlace}; 0, 0 and 0 or 1 are defined`,
    );
  }
  const { channels } = type;
  const interlaced = interlace === 1;
  return { width, height, depth, colorType, channels, interlaced };
}
