/**
 * A sheet to draw test pictures on: light that falls on it, and ink that
 * takes a share of that light away.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";

/** A straight piece of a pen's way: `[x0, y0, x1, y1]`. */
export type Segment = readonly [number, number, number, number];

/** A sheet of paper, or a screen. */
export interface Sheet {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** `[height, width]` levels of the bare sheet, 0 to 255. */
  readonly light: Float32Array;
  /** `[height, width]` shares of the light that ink takes away, 0 to 1. */
  readonly ink: Float32Array;
}

/** Makes an evenly lit sheet without ink. */
export function blankSheet(width: number, height: number, level = 255): Sheet {
  return {
    width,
    height,
    light: new Float32Array(width * height).fill(level),
    ink: new Float32Array(width * height),
  };
}

/**
 * Draws a line with round ends; each pixel takes the share that is covered.
 *
 * @param segment Its ends in pixels.
 * @param pen Its width in pixels; below 1 the line gets fainter instead.
 * @param darkness Share of the light that full cover takes away.
 */
export function drawSegment(
  { width, height, ink }: Sheet,
  [x0, y0, x1, y1]: Segment,
  pen: number,
  darkness: number,
): void {
  const radius = Math.max(1, pen) / 2;
  const most = darkness * Math.min(1, pen);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const squared = dx * dx + dy * dy;
  const reach = radius + 1;
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - reach));
  const bottom = Math.min(height, Math.ceil(Math.max(y0, y1) + reach));
  for (let y = top; y < bottom; y++) {
    // Only the part of the line within reach of this row can touch it.
    const from = dy === 0 ? 0 : unit((y - reach - y0) / dy);
    const to = dy === 0 ? 1 : unit((y + 1 + reach - y0) / dy);
    const [a, b] = dy < 0 ? [to, from] : [from, to];
    const low = Math.min(x0 + a * dx, x0 + b * dx) - reach;
    const high = Math.max(x0 + a * dx, x0 + b * dx) + reach;
    const right = Math.min(width, Math.ceil(high));
    for (let x = Math.max(0, Math.floor(low)); x < right; x++) {
      const [px, py] = [x + 0.5 - x0, y + 0.5 - y0];
      const along = squared === 0 ? 0 : unit((px * dx + py * dy) / squared);
      const away = Math.sqrt((px - along * dx) ** 2 + (py - along * dy) ** 2);
      const share = most * unit(radius + 0.5 - away);
      const at = y * width + x;
      if (share > ink[at]!) ink[at] = share;
    }
  }
}

/** Covers a rectangle of whole pixels. */
export function drawRectangle(
  { width, height, ink }: Sheet,
  left: number,
  top: number,
  right: number,
  bottom: number,
  darkness: number,
): void {
  const from = Math.max(0, Math.round(left));
  const to = Math.min(width, Math.round(right));
  if (to <= from) return;
  for (
    let y = Math.max(0, Math.round(top));
    y < Math.min(height, Math.round(bottom));
    y++
  ) {
    ink.fill(darkness, y * width + from, y * width + to);
  }
}

/** Multiplies the light at each place. */
export function shade(
  { width, light }: Sheet,
  share: (x: number, y: number) => number,
): void {
  for (let i = 0; i < light.length; i++) {
    const x = i % width;
    light[i] = light[i]! * share(x, (i - x) / width);
  }
}

/** What a camera or screen makes of a sheet. */
export interface Camera {
  /** Passes of a blur over 3x3 pixels; 0 by default. */
  readonly blur?: number;
  /** Standard deviation of the noise in levels; 0 by default. */
  readonly noise?: number;
  /** Light ink on a dark ground. */
  readonly inverted?: boolean;
}

/** Takes a picture of a sheet. */
export function photograph(
  { width, height, light, ink }: Sheet,
  random: Random,
  { blur = 0, noise = 0, inverted = false }: Camera = {},
): GreyImage {
  let values: Float32Array = light.map((level, i) =>
    Math.min(255, level) * (1 - ink[i]!)
  );
  for (let pass = 0; pass < blur; pass++) {
    values = blurred(blurred(values, width, height, 1), width, height, width);
  }
  const pixels = new Uint8Array(values.length);
  for (let i = 0; i < pixels.length; i++) {
    const level = values[i]! + (noise > 0 ? noise * random.normal() : 0);
    const rounded = Math.round(Math.max(0, Math.min(255, level)));
    pixels[i] = inverted ? 255 - rounded : rounded;
  }
  return { width, height, pixels };
}

/** Means of three along a row (step 1) or a column (step `width`). */
function blurred(
  values: Float32Array,
  width: number,
  height: number,
  step: number,
): Float32Array {
  return values.map((value, i) => {
    const place = step === 1 ? i % width : Math.floor(i / width);
    const last = (step === 1 ? width : height) - 1;
    const before = place > 0 ? values[i - step]! : value;
    const behind = place < last ? values[i + step]! : value;
    return (before + 2 * value + behind) / 4;
  });
}

function unit(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value;
}
