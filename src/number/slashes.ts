/**
 * The slashes of a date, which read as ones.
 *
 * @module
 */

import { IMAGE_SIZE } from "../network/numbers.ts";
import type { PlacedDigit } from "./number_reading.ts";

/** Minimum columns that a slash goes to the right per row upwards. */
const SLANT = 0.2;

/** How much more the slashes slant than the line's ones. */
const MORE = 0.06;

/** Minimum height of a slash, relative to the digits' median. */
const TALL = 0.95;

/** Lines that are dates. */
const DATES = /^(\d{1,2}\/\d{1,2}\/(\d{2}|\d{4})|\d{4}\/\d{1,2}\/\d{1,2})$/;

/**
 * Removes the two slashes of a line that is a date. Ones are rarely mistaken
 * for slashes: two of them would have to slant more than the others, be as
 * tall, and stand where a date's slashes do.
 *
 * @param line Its reading, from left to right.
 * @returns The line without slashes; unchanged if it is not a date.
 */
export function withoutSlashes(line: readonly PlacedDigit[]): PlacedDigit[] {
  const digits = [...line];
  const ones = digits.filter(({ answer }) => answer.digit === 1)
    .map((digit) => ({ digit, slant: slantOf(digit.pixels) }))
    .sort((a, b) => b.slant - a.slant);
  const [first, second, third] = ones;
  if (first === undefined || second === undefined) return digits;
  if (second.slant < Math.max(SLANT, (third?.slant ?? 0) + MORE)) return digits;
  const slashes = new Set([first.digit, second.digit]);
  const rest = digits.filter((digit) => !slashes.has(digit));
  const least = TALL * medianHeight(rest);
  if ([...slashes].some((slash) => heightOf(slash) < least)) return digits;
  const text = digits
    .map((digit) => slashes.has(digit) ? "/" : digit.answer.digit).join("");
  return DATES.test(text) ? rest : digits;
}

/**
 * Slant of a stroke: the regression of its ink's columns on its rows, positive
 * if it leans to the right.
 *
 * @param pixels 28x28 bytes, 0 paper.
 */
export function slantOf(pixels: Uint8Array): number {
  let [mass, sumX, sumY, sumXY, sumYY] = [0, 0, 0, 0, 0];
  pixels.forEach((value, i) => {
    const x = i % IMAGE_SIZE;
    const y = Math.floor(i / IMAGE_SIZE);
    mass += value;
    sumX += value * x;
    sumY += value * y;
    sumXY += value * x * y;
    sumYY += value * y * y;
  });
  const spread = mass * sumYY - sumY * sumY;
  return spread > 0 ? -(mass * sumXY - sumX * sumY) / spread : 0;
}

function heightOf({ box }: PlacedDigit): number {
  return box.bottom - box.top;
}

function medianHeight(digits: readonly PlacedDigit[]): number {
  const heights = digits.map(heightOf).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}
