/**
 * Renders ink on paper like a camera or a screen: greys for paper and ink,
 * uneven light, faint ruled lines, blur and grain.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";

/** Share of the pictures that show light ink on dark. */
const LIGHT_INK = 0.25;

/** Share of the pictures that are as clean as a screen's. */
const CLEAN = 0.4;

/** Share of the others that are on ruled paper. */
const RULED = 0.15;

/**
 * Makes a grey picture of ink.
 *
 * @param ink `side * side` bytes, row-major, 0 no ink, 255 ink.
 * @param side Of the picture, in pixels.
 * @param random Decides paper, ink, light and camera.
 */
export function photograph(
  ink: Uint8Array,
  side: number,
  random: Random,
): GreyImage {
  const light = random.uniform() < LIGHT_INK;
  const isClean = random.uniform() < CLEAN;
  const paper = isClean ? 255 : random.between(140, 250);
  const dark = isClean ? 0 : paper * random.between(0, 0.55);
  const values = Float32Array.from(
    ink,
    (share) => paper + (dark - paper) * share / 255,
  );
  if (!isClean) {
    if (random.uniform() < RULED) rule(values, side, random);
    if (random.uniform() < 0.5) blur(values, side);
    lightUnevenly(values, side, random);
    const grain = random.between(0, 6);
    for (let i = 0; i < values.length; i++) {
      values[i]! += grain * random.normal();
    }
  }
  // Clamped and rounded by the array.
  const pixels = new Uint8ClampedArray(values);
  if (light) {
    for (let i = 0; i < pixels.length; i++) pixels[i] = 255 - pixels[i]!;
  }
  return { width: side, height: side, pixels: new Uint8Array(pixels.buffer) };
}

/** Horizontal lines across the paper, a tenth darker than it. */
function rule(values: Float32Array, side: number, random: Random): void {
  const gap = side * random.between(0.2, 0.45);
  const darker = 1 - random.between(0.03, 0.12);
  for (let y = gap * random.uniform(); y < side; y += gap) {
    const row = Math.floor(y) * side;
    for (let i = row; i < row + side; i++) values[i]! *= darker;
  }
}

/** The mean of every pixel and its eight neighbours, in place. */
function blur(values: Float32Array, side: number): void {
  const before = values.slice();
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      const i = y * side + x;
      let sum = 0;
      for (let row = i - side; row <= i + side; row += side) {
        sum += before[row - 1]! + before[row]! + before[row + 1]!;
      }
      values[i] = sum / 9;
    }
  }
}

/** A slope of brightness in any direction, and darker corners. */
function lightUnevenly(
  values: Float32Array,
  side: number,
  random: Random,
): void {
  const across = random.between(-0.2, 0.2);
  const down = random.between(-0.2, 0.2);
  const corners = random.between(0, 0.25);
  for (let i = 0; i < values.length; i++) {
    const x = (i % side) / side - 0.5;
    const y = Math.floor(i / side) / side - 0.5;
    values[i]! *= 1 + across * x + down * y - corners * (x * x + y * y) * 2;
  }
}
