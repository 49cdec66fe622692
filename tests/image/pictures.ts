/**
 * Pictures made for tests: drawn here, so that what they show is known.
 *
 * @module
 */

import type { GreyImage } from "../../src/image/grey.ts";

/** Grey of each pixel as a function of its place. */
export type Shade = (x: number, y: number) => number;

/**
 * Paints a picture pixel by pixel.
 *
 * @param width Pixels in a row.
 * @param height Rows.
 * @param shade Grey of each pixel, clamped to 0 to 255.
 */
export function paint(width: number, height: number, shade: Shade): GreyImage {
  const pixels = new Uint8ClampedArray(width * height);
  for (let i = 0; i < pixels.length; i++) {
    pixels[i] = shade(i % width, Math.floor(i / width));
  }
  return { width, height, pixels: new Uint8Array(pixels.buffer) };
}

/** Whether a place lies on a seven, drawn into the unit square. */
export function onSeven(x: number, y: number): boolean {
  const bar = y >= 0 && y < 0.15 && x >= 0 && x < 0.7;
  const middle = 0.6 - 0.4 * y;
  const leg = y >= 0 && y < 1 && x >= middle - 0.05 && x < middle + 0.1;
  return bar || leg;
}

/**
 * A seven on paper.
 *
 * @param side Pixels of the square picture.
 * @param left Left of the seven's unit square, in pixels.
 * @param top Its top.
 * @param size Its side.
 * @param ink Grey of the ink at each place.
 * @param paper Grey of the paper at each place.
 */
export function paintSeven(
  side: number,
  left: number,
  top: number,
  size: number,
  ink: Shade,
  paper: Shade,
): GreyImage {
  // Three by three samples a pixel make soft edges.
  const cover = (x: number, y: number) => {
    let hits = 0;
    for (let i = 0; i < 9; i++) {
      const dx = (i % 3 + 0.5) / 3;
      const dy = (Math.floor(i / 3) + 0.5) / 3;
      if (onSeven((x + dx - left) / size, (y + dy - top) / size)) hits++;
    }
    return hits / 9;
  };
  return paint(side, side, (x, y) => {
    const share = cover(x, y);
    return share * ink(x, y) + (1 - share) * paper(x, y);
  });
}

/** Mean difference of two digit images, 0 to 255. */
export function difference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}

/**
 * Mean difference of two digit images where they fit best, moved by at most a
 * pixel: a centre of mass between two pixels may be rounded to either.
 */
export function nearest(a: Uint8Array, b: Uint8Array): number {
  let least = Infinity;
  for (const by of [0, 1, -1, 28, -28, 29, -29, 27, -27]) {
    const moved = a.map((_, i) => a[i + by] ?? 0);
    least = Math.min(least, difference(moved, b));
  }
  return least;
}
