/**
 * A drawing as browsers send it, made by program so that the benchmark needs no
 * file.
 *
 * @module
 */

import { crc32, deflateSync } from "node:zlib";

/** Side in pixels: a drawing square of 280 CSS pixels. */
export const SIDE = 280;

/** Half the pen's width, in pixels. */
const PEN = 9;

/**
 * A curve, black on white with soft edges, as canvas pixels.
 *
 * @returns `SIDE * SIDE` pixels of red, green, blue and opacity.
 */
export function drawBow(): Uint8Array {
  const middle = SIDE / 2;
  const pixels = new Uint8Array(4 * SIDE * SIDE).fill(255);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const x = i % SIDE - middle;
    const y = Math.floor(i / SIDE) - middle;
    // Distance to a ring that is open on the left.
    const way = x < -40
      ? Math.hypot(x + 40, Math.abs(y) - 69)
      : Math.abs(Math.hypot(x, y) - 80);
    const grey = 255 * Math.min(1, Math.max(0, way - PEN));
    pixels.fill(grey, 4 * i, 4 * i + 3);
  }
  return pixels;
}

/**
 * A canvas as PNG, encoded like Chromium 156 does: colour and opacity, every
 * row as its difference from the row above.
 *
 * @param pixels `SIDE * SIDE` pixels of four bytes.
 */
export function canvasPng(pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  const row = 4 * SIDE;
  const rows = new Uint8Array(SIDE * (1 + row));
  for (let y = 0; y < SIDE; y++) {
    const to = y * (1 + row);
    rows[to] = 2;
    for (let i = 0; i < row; i++) {
      const above = y === 0 ? 0 : pixels[(y - 1) * row + i]!;
      rows[to + 1 + i] = pixels[y * row + i]! - above;
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, SIDE);
  view.setUint32(4, SIDE);
  header.set([8, 6, 0, 0, 0], 8);
  const chunks: [string, Uint8Array][] = [
    ["IHDR", header],
    ["IDAT", deflateSync(rows, { level: 1 })],
    ["IEND", new Uint8Array(0)],
  ];
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunks.flatMap(([type, content]) => [...chunk(type, content)]),
  ]);
}

/** A chunk with its checksum. */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, -4)));
  return bytes;
}
