/**
 * Draws pen strokes to the 28x28 that a recognizer trained on MNIST expects.
 *
 * This is not for viewing: the pen's width depends on the digit's size, so the
 * scale and the position of a drawing do not matter. Times are not used.
 *
 * @module
 */

import { BOX_SIZE, FINE, type FineInk, layOut } from "./normalize/layout.ts";
import { withoutStrayTaps } from "./stray_taps.ts";
import type { Stroke } from "./stroke.ts";

export type { Stroke };

/** Maximum points of a drawing. */
export const MAX_POINTS = 4096;

/** Maximum magnitude of a coordinate. */
export const MAX_COORDINATE = 1e6;

/** Width of the pen in pixels of the digit image, as common in MNIST. */
const PEN = 2.2;

/**
 * Draws strokes as one digit in MNIST's layout.
 *
 * @param strokes At least one point in all; a single point is a dot.
 * @returns 28x28 bytes, row-major, 0 paper, 255 ink.
 * @throws {TypeError} A stroke's lists differ in length.
 * @throws {RangeError} There is no point or more than {@linkcode MAX_POINTS},
 * or a coordinate is not a number of at most {@linkcode MAX_COORDINATE}.
 *
 * @example
 * ```ts
 * import { drawStrokes } from "./strokes.ts";
 * import assert from "node:assert/strict";
 *
 * const pixels = drawStrokes([{ x: [5, 5], y: [0, 100] }]);
 * assert.equal(pixels[14 * 28 + 14], 255); // A bar through the centre,
 * assert.equal(pixels[2 * 28 + 14], 0); // 20 pixels high.
 * ```
 */
export function drawStrokes(strokes: readonly Stroke[]): Uint8Array {
  return layOut(inkOfStrokes(strokes));
}

/**
 * Draws strokes on the fine grid from which {@linkcode drawStrokes} makes its
 * pixels, without stray taps, scaled to MNIST's size.
 *
 * @param strokes As for {@linkcode drawStrokes}.
 * @throws {TypeError | RangeError} As {@linkcode drawStrokes} does.
 */
export function inkOfStrokes(strokes: readonly Stroke[]): FineInk {
  // All points are checked, including those of stray taps.
  bounds(strokes);
  const drawn = withoutStrayTaps(strokes);
  const { left, top, right, bottom } = bounds(drawn);
  const size = Math.max(right - left, bottom - top);
  const pen = PEN * FINE;
  // The ink extends half a pen beyond the points.
  const scale = size > 0 ? (BOX_SIZE * FINE - pen) / size : 0;
  const width = Math.round((right - left) * scale + pen);
  const height = Math.round((bottom - top) * scale + pen);
  const fine = { width, height, ink: new Float32Array(width * height) };
  for (const { x, y } of drawn) {
    for (let i = 0; i < x.length; i++) {
      const before = Math.max(0, i - 1);
      drawLine(
        fine,
        (x[before]! - left) * scale + pen / 2,
        (y[before]! - top) * scale + pen / 2,
        (x[i]! - left) * scale + pen / 2,
        (y[i]! - top) * scale + pen / 2,
        pen / 2,
      );
    }
  }
  return fine;
}

/** The box around all points, which are checked. */
function bounds(strokes: readonly Stroke[]) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  let points = 0;
  strokes.forEach(({ x, y }, index) => {
    if (x.length !== y.length) {
      throw new TypeError(
        `Stroke ${index} has ${x.length} x and ${y.length} y; ` +
          "there must be as many of both",
      );
    }
    points += x.length;
    for (let i = 0; i < x.length; i++) {
      const column = checkCoordinate(x[i]!, index);
      const row = checkCoordinate(y[i]!, index);
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      if (row > bottom) bottom = row;
    }
  });
  if (points === 0 || points > MAX_POINTS) {
    throw new RangeError(
      `The strokes have ${points} points; 1 to ${MAX_POINTS} are accepted`,
    );
  }
  return { left, top, right, bottom };
}

function checkCoordinate(value: number, stroke: number): number {
  if (Math.abs(value) <= MAX_COORDINATE) return value;
  throw new RangeError(
    `Stroke ${stroke} has the coordinate ${value}; ` +
      `-${MAX_COORDINATE} to ${MAX_COORDINATE} is accepted`,
  );
}

/** Draws a line with round ends; each cell gets the share that is covered. */
function drawLine(
  { width, height, ink }: FineInk,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  radius: number,
): void {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const squared = dx * dx + dy * dy;
  const reach = radius + 1;
  const first = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const last = Math.min(height - 1, Math.ceil(Math.max(y0, y1) + reach));
  for (let row = first; row <= last; row++) {
    const y = row + 0.5;
    // Only the part of the line within reach of this row can touch it.
    const from = dy === 0 ? 0 : unit((y - reach - y0) / dy);
    const to = dy === 0 ? 1 : unit((y + reach - y0) / dy);
    const low = Math.min(x0 + from * dx, x0 + to * dx) - reach;
    const high = Math.max(x0 + from * dx, x0 + to * dx) + reach;
    const end = Math.min(width - 1, Math.ceil(high));
    for (let column = Math.max(0, Math.floor(low)); column <= end; column++) {
      const x = column + 0.5;
      const along = squared === 0
        ? 0
        : unit(((x - x0) * dx + (y - y0) * dy) / squared);
      const aside = x - x0 - along * dx;
      const below = y - y0 - along * dy;
      // Not Math.hypot, which engines may round differently and V8 computes
      // five times as slowly. Square roots are the same everywhere.
      const distance = Math.sqrt(aside * aside + below * below);
      const share = unit(radius + 0.5 - distance);
      const at = row * width + column;
      if (share > ink[at]!) ink[at] = share;
    }
  }
}

function unit(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
