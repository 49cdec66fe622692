/**
 * JPEG files of four colours, for tests: squares of 8 by 8 pixels, each of one
 * colour, so that a block is its mean (DC) alone.
 *
 * @module
 */

/** Samples of a square as they are stored, 0 to 255: four of them. */
export type Samples = readonly [number, number, number, number];

const COLOURS = 4;

/** A marker's segment. */
function segment(marker: number, ...content: number[]): number[] {
  const length = content.length + 2;
  return [0xff, marker, length >> 8, length & 255, ...content];
}

/** Mean codes: each number of bits, 0 to 11, is its own code of four bits. */
const MEAN_CODES = [0, 0, 0, 12, ...Array(12).fill(0), ...Array(12).keys()];

/** A single code of one bit: nothing but the mean follows. */
const DETAIL_CODES = [1, ...Array(15).fill(0), 0];

/**
 * Encodes a picture of squares.
 *
 * @param columns Squares in a row.
 * @param rows Rows of squares.
 * @param samplesAt Stored samples of each square.
 * @param transform Of Adobe's marker: 0 for CMYK, 2 for YCCK; null for no marker.
 */
export function fourColours(
  columns: number,
  rows: number,
  samplesAt: (column: number, row: number) => Samples,
  transform: 0 | 2 | null,
): Uint8Array<ArrayBuffer> {
  const [width, height] = [8 * columns, 8 * rows];
  const ids = [1, 2, 3, 4];
  const adobe = [...new TextEncoder().encode("Adobe"), 0, 100, 0, 0, 0, 0];
  const head = [
    ...[0xff, 0xd8],
    ...(transform === null ? [] : segment(0xee, ...adobe, transform)),
    ...segment(0xdb, 0, ...Array(64).fill(1)),
    ...segment(
      0xc0,
      ...[8, height >> 8, height & 255, width >> 8, width & 255, COLOURS],
      ...ids.flatMap((id) => [id, 0x11, 0]),
    ),
    ...segment(0xc4, 0x00, ...MEAN_CODES),
    ...segment(0xc4, 0x10, ...DETAIL_CODES),
    ...segment(0xda, COLOURS, ...ids.flatMap((id) => [id, 0]), 0, 63, 0),
  ];
  const bits: number[] = [];
  const write = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  const before = [0, 0, 0, 0];
  for (let i = 0; i < columns * rows; i++) {
    samplesAt(i % columns, Math.floor(i / columns)).forEach((sample, k) => {
      const mean = 8 * (sample - 128);
      const change = mean - before[k]!;
      before[k] = mean;
      const count = change === 0 ? 0 : 32 - Math.clz32(Math.abs(change));
      write(count, 4);
      write(change < 0 ? change + (1 << count) - 1 : change, count);
      write(0, 1);
    });
  }
  while (bits.length % 8 !== 0) bits.push(1);
  const body: number[] = [];
  for (let i = 0; i < bits.length; i += 8) {
    const byte = bits.slice(i, i + 8).reduce((sum, bit) => 2 * sum + bit, 0);
    body.push(byte, ...(byte === 0xff ? [0] : []));
  }
  return Uint8Array.from([...head, ...body, 0xff, 0xd9]);
}
