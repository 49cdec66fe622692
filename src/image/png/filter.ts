/**
 * Undoes PNG's row filters.
 *
 * Where possible, four bytes are processed at once. Rows of drawings consist
 * mostly of zero differences, which cost only a comparison.
 *
 * @see {@link https://www.w3.org/TR/png-3/#9Filters | PNG, section 9}
 * @module
 */

/** The filter of rows stored as differences from the row above. */
export const UP = 2;

/** The bytes of a row, also as words of four bytes. */
export interface RowBytes {
  /** The row, without its filter. */
  readonly bytes: Uint8Array;
  /** The same bytes, and up to three more. */
  readonly words: Int32Array;
}

/**
 * Undoes the filters of rows of one length, loaded one after another.
 *
 * One buffer is enough for unfiltered rows: it holds the row above until the
 * next one overwrites it. Above the first row, all bytes are 0.
 */
export interface Unfilter {
  /** The row loaded last, still filtered. */
  readonly filtered: RowBytes;
  /** The row whose filter was undone last. */
  readonly plain: RowBytes;
  /**
   * Loads the next row.
   *
   * @param source Inflated image data.
   * @param at Offset of the row's filter byte in them.
   * @returns The row's filter.
   */
  readonly load: (source: Uint8Array, at: number) => number;
  /**
   * Undoes the filter of the row loaded last.
   *
   * @throws {SyntaxError} The filter is above 4.
   */
  readonly undo: (filter: number) => void;
}

/**
 * Prepares to undo the filters of the rows of a picture or a pass.
 *
 * @param length Bytes of a row, without its filter byte.
 * @param step Bytes of a whole pixel, at least 1.
 */
export function createUnfilter(length: number, step: number): Unfilter {
  const filtered = rowBytes(length);
  const plain = rowBytes(length);
  return {
    filtered,
    plain,
    load(source, at) {
      filtered.bytes.set(source.subarray(at + 1, at + 1 + length));
      return source[at]!;
    },
    undo(filter) {
      if (filter === 0) plain.bytes.set(filtered.bytes);
      else if (filter === 1 && step === 4) subWords(filtered, plain);
      else if (filter === 1) sub(filtered, plain, step);
      else if (filter === UP) up(filtered, plain);
      else if (filter === 3) average(filtered, plain, step);
      else if (filter === 4) paeth(filtered, plain, step);
      else {
        throw new SyntaxError(
          `The PNG has a row filter ${filter}; 0 to 4 exist`,
        );
      }
    },
  };
}

function rowBytes(length: number): RowBytes {
  const words = new Int32Array(Math.ceil(length / 4));
  return { words, bytes: new Uint8Array(words.buffer, 0, length) };
}

/** Adds four bytes to four bytes, each separately. */
export function addBytes(a: number, b: number): number {
  return ((a & 0x7f7f7f7f) + (b & 0x7f7f7f7f)) ^ ((a ^ b) & 0x80808080);
}

function subWords({ words: from }: RowBytes, { words: to }: RowBytes): void {
  let left = 0;
  for (let i = 0; i < from.length; i++) {
    left = addBytes(left, from[i]!);
    to[i] = left;
  }
}

function sub(
  { bytes: from }: RowBytes,
  { bytes: to }: RowBytes,
  step: number,
): void {
  to.set(from.subarray(0, step));
  for (let i = step; i < from.length; i++) to[i] = from[i]! + to[i - step]!;
}

function up({ words: from }: RowBytes, { words: to }: RowBytes): void {
  for (let i = 0; i < from.length; i++) {
    const change = from[i]!;
    if (change !== 0) to[i] = addBytes(to[i]!, change);
  }
}

function average(
  { bytes: from }: RowBytes,
  { bytes: to }: RowBytes,
  step: number,
): void {
  for (let i = 0; i < from.length; i++) {
    const left = i < step ? 0 : to[i - step]!;
    to[i] = from[i]! + ((left + to[i]!) >> 1);
  }
}

function paeth(
  { bytes: from }: RowBytes,
  { bytes: to }: RowBytes,
  step: number,
): void {
  // Each sample of a pixel in its own pass, so that the left and upper left
  // neighbours are available although the row above is being overwritten.
  for (let sample = 0; sample < step; sample++) {
    let left = 0;
    let corner = 0;
    for (let i = sample; i < from.length; i += step) {
      const above = to[i]!;
      // Distances of left, above and corner from left + above - corner.
      const toLeft = Math.abs(above - corner);
      const toAbove = Math.abs(left - corner);
      const toCorner = Math.abs(left + above - 2 * corner);
      const nearest = toLeft <= toAbove && toLeft <= toCorner
        ? left
        : toAbove <= toCorner
        ? above
        : corner;
      left = (from[i]! + nearest) & 255;
      to[i] = left;
      corner = above;
    }
  }
}
