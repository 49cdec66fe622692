/**
 * Separates a digit from paler lines that cross it, by darkness alone.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import {
  type Box,
  type Component,
  type Components,
  findComponents,
} from "./components.ts";
import { type LevelSplit, splitLevels } from "./threshold.ts";

/** Minimum width of a frame inside the picture, as a share of the picture's. */
const LARGE = 0.8;

/**
 * Minimum gap between a digit and a frame, as a share of the picture's shorter
 * side.
 */
const FRAME = 0.05;

/**
 * Minimum difference between lines and digit, as a share of the digit's
 * darkness.
 */
const CLEARLY_PALER = 0.2;

/**
 * Minimum height or width of a digit, as a share of the picture's shorter side.
 */
const DIGIT_SIZE = 0.25;

/**
 * Maximum ink at the border that is as dark as the digit, as a share of the
 * digit's.
 */
const DARK_AT_BORDER = 0.1;

/** Minimum paler ink beside the digit, as a share of the digit's. */
const PALE_BESIDE = 0.1;

/** Width of a stroke's soft edge, in pixels. */
const SOFT_EDGE = 2;

/** Ink on paper, and its parts. */
export interface InkParts {
  /** The ink, 0 paper. */
  readonly ink: GreyImage;
  /** Its split into paper and ink. */
  readonly split: LevelSplit;
  /** Its connected components. */
  readonly components: Components;
}

/**
 * Removes lines that are paler than the digit, such as those of ruled and
 * squared paper.
 *
 * The ink itself then has two classes. The darker one is a digit if it has one
 * large part inside the picture and hardly anything at the border.
 *
 * @param parts Ink, its levels and its parts.
 * @returns The ink minus the lines' darkness, or null if no lines were found.
 */
export function withoutPaleLines(
  { ink, split: { threshold }, components }: InkParts,
): GreyImage | null {
  const { width, height, pixels } = ink;
  const lines = components.list.find((part) =>
    part.right - part.left >= LARGE * width &&
      part.bottom - part.top >= LARGE * height || isSpanning(part, ink)
  );
  if (lines === undefined) return null;
  const { low, high, threshold: dark } = splitLevels(
    pixels.filter((level) => level > threshold),
  );
  if (high - low < CLEARLY_PALER * high) return null;
  const { list } = findComponents(pixels, width, dark);
  const inside = list.filter((part) => !isAtBorder(part, ink));
  const digit = largest(inside);
  if (digit === null) return null;
  const size = Math.max(digit.right - digit.left, digit.bottom - digit.top);
  if (!isSpanning(lines, ink) && !isFrame(lines, digit, ink)) return null;
  if (size < DIGIT_SIZE * Math.min(width, height)) return null;
  const atBorder = areaOf(list) - areaOf(inside);
  if (atBorder > DARK_AT_BORDER * digit.area) return null;
  if (areaBeside(digit, components, width) < PALE_BESIDE * digit.area) {
    return null;
  }
  const scale = high / (high - low);
  const levels = Uint8Array.from(
    { length: 256 },
    (_, level) => Math.min(255, Math.max(0, (level - low) * scale)),
  );
  return { width, height, pixels: pixels.map((level) => levels[level]!) };
}

/** Whether a part extends from border to border. */
function isSpanning(
  { left, top, right, bottom }: Box,
  { width, height }: GreyImage,
): boolean {
  return (left === 0 && right === width) || (top === 0 && bottom === height);
}

/** Whether a part extends well beyond a digit on all sides. */
function isFrame(part: Box, digit: Box, { width, height }: GreyImage): boolean {
  const room = FRAME * Math.min(width, height);
  return part.left < digit.left - room && part.top < digit.top - room &&
    part.right > digit.right + room && part.bottom > digit.bottom + room;
}

function isAtBorder(
  { left, top, right, bottom }: Box,
  { width, height }: GreyImage,
): boolean {
  return left === 0 || top === 0 || right === width || bottom === height;
}

/** Number of ink pixels beyond the soft edge of a box. */
function areaBeside(
  { left, top, right, bottom }: Box,
  { runs, labels }: Components,
  width: number,
): number {
  let area = 0;
  for (let run = 0; run < labels.length; run++) {
    const start = runs[2 * run]!;
    const y = Math.floor(start / width);
    const first = start - y * width;
    const end = first + runs[2 * run + 1]! - start;
    area += end - first;
    if (y < top - SOFT_EDGE || y >= bottom + SOFT_EDGE) continue;
    const inside = Math.min(end, right + SOFT_EDGE) -
      Math.max(first, left - SOFT_EDGE);
    if (inside > 0) area -= inside;
  }
  return area;
}

function areaOf(parts: readonly Component[]): number {
  return parts.reduce((sum, { area }) => sum + area, 0);
}

function largest(parts: readonly Component[]): Component | null {
  return parts.reduce<Component | null>(
    (a, b) => a === null || b.area > a.area ? b : a,
    null,
  );
}
