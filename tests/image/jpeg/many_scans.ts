/**
 * Small JPEG files of large pictures.
 *
 * @module
 */

/** Bits as bytes, filled up with ones, as a scan's data has them. */
function scanData(bits: string): number[] {
  const filled = bits.padEnd(Math.ceil(bits.length / 8) * 8, "1");
  return filled.match(/.{8}/g)!.flatMap((byte) =>
    byte === "11111111" ? [0xff, 0] : [parseInt(byte, 2)]
  );
}

/**
 * A progressive JPEG, black and square, whose scans but the first say that
 * nothing changes: 30 bytes for each.
 */
export function manyScans(
  side: number,
  scans: number,
): Uint8Array<ArrayBuffer> {
  const segment = (marker: number, ...bytes: number[]) => [
    ...[0xff, marker, 0, bytes.length + 2],
    ...bytes,
  ];
  const counts = [1, ...new Array(15).fill(0)];
  const blocks = (side / 8) ** 2;
  let bits = "";
  for (let left = blocks; left > 0; left -= 32767) {
    // A run of 16,384 blocks and those that 14 bits add.
    const more = Math.max(Math.min(left, 32767) - 16384, 0);
    bits += "0" + more.toString(2).padStart(14, "0");
  }
  const nothing = [...segment(0xda, 1, 1, 0, 1, 63, 0), ...scanData(bits)];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xdb, 0, ...new Array(64).fill(1)),
    ...segment(
      0xc2,
      8,
      side >> 8,
      side & 255,
      side >> 8,
      side & 255,
      1,
      1,
      17,
      0,
    ),
    ...segment(0xc4, 0x00, ...counts, 0),
    ...segment(0xc4, 0x10, ...counts, 0xe0),
    ...segment(0xda, 1, 1, 0, 0, 0, 0),
    ...scanData("0".repeat(blocks)),
    ...new Array(scans - 1).fill(nothing).flat(),
    ...[0xff, 0xd9],
  ]);
}
