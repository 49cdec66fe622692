/**
 * The tiles of Winograd's F(4 x 4, 3 x 3), and how their transforms lie in
 * memory.
 *
 * @module
 */

/** Side of a tile of outputs. */
export const TILE = 4;

/** Numbers of a transformed tile or filter. */
export const FREQUENCIES = 36;

/** Bytes of both sides' transforms at a time. */
const GROUP_BYTES = 768 * 1024;

/** Bytes of a cache line. */
const LINE = 64;

/** Bytes of the vectors between a transform's columns and its rows. */
export const TEMP_BYTES = 16 * FREQUENCIES;

/**
 * Bytes from one frequency to the next, at least `bytes`: an odd number of
 * cache lines, because 36 frequencies written side by side would otherwise
 * compete for a few sets.
 */
export function frequencyStep(bytes: number): number {
  const lines = Math.ceil(bytes / LINE);
  return LINE * (lines % 2 === 0 ? lines + 1 : lines);
}

/** The tiles that cover an image of outputs. */
export class Tiles {
  /** Rows of tiles. */
  readonly rows: number;
  /** Tiles of a row. */
  readonly columns: number;

  /**
   * Covers an image.
   *
   * @param height Its height.
   * @param width Its width.
   */
  constructor(height: number, width: number) {
    this.rows = Math.ceil(height / TILE);
    this.columns = Math.ceil(width / TILE);
  }

  /** Tiles of one image. */
  get count(): number {
    return this.rows * this.columns;
  }

  /** Height of the padded input: tiles overlap by two pixels. */
  get paddedHeight(): number {
    return TILE * this.rows + 2;
  }

  /** Width of the padded input. */
  get paddedWidth(): number {
    return TILE * this.columns + 2;
  }

  /**
   * Images to process at a time, with this many channels on both sides
   * together.
   */
  group(batch: number, channels: number): number {
    const bytes = 4 * FREQUENCIES * this.count * channels;
    return Math.max(1, Math.min(batch, Math.floor(GROUP_BYTES / bytes)));
  }
}
