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
import type { InkParts } from "./ink_parts.ts";
import { splitLevels } from "./threshold.ts";

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
 * Maximum area of a part at the border that is as dark as the digit, as a share
 * of the digit's.
 */
const DARK_AT_BORDER = 0.1;

/** Width of the edge zone, where such parts are lines, as a share of the side. */
const EDGE = 0.18;

/** Minimum number of parts at the border that are pieces of lines. */
const PIECES = 3;

/** Minimum ink beside the digit, as a share of the digit's. */
const PALE_BESIDE = 0.1;

/**
 * Maximum share of the ink beside the digit that is as dark as the digit. Where
 * lines cross, blur makes them darker.
 */
const DARK_BESIDE = 0.25;

/** The same for lines in pieces. */
const DARK_PIECES = 0.05;

/** Width of a stroke's soft edge, in pixels. */
const SOFT_EDGE = 2;

/**
 * Removes lines that are paler than the digit, such as those of ruled and
 * squared paper.
 *
 * The ink itself then has two classes. The darker one is a digit if it has one
 * large part inside the picture and little elsewhere.
 *
 * @param parts Ink, its levels and its parts.
 * @returns The ink minus the lines' darkness, or null if no lines were found.
 */
export function withoutPaleLines(
  { ink, split: { threshold }, components }: InkParts,
): GreyImage | null {
  const { width, height, pixels } = ink;
  const isWhole = components.list.some((part) => isSpanning(part, ink));
  const pieces = components.list.filter((part) => isAtBorder(part, ink));
  const isBroken = !isWhole && pieces.length >= PIECES;
  const frame = components.list.find(({ left, top, right, bottom }) =>
    right - left >= LARGE * width && bottom - top >= LARGE * height
  );
  if (!isWhole && !isBroken && frame === undefined) return null;
  const { low, high, threshold: dark } = splitLevels(
    pixels.filter((level) => level > threshold),
  );
  if (high - low < CLEARLY_PALER * high) return null;
  const darkParts = findComponents(pixels, width, dark);
  const isInside = (part: Box) => !isAtBorder(part, ink);
  const digit = largest(darkParts.list.filter(isInside));
  if (digit === null) return null;
  const size = Math.max(digit.right - digit.left, digit.bottom - digit.top);
  if (size < DIGIT_SIZE * Math.min(width, height)) return null;
  const isFramed = frame !== undefined && isFrame(frame, digit, ink);
  if (!isWhole && !isBroken && !isFramed) return null;
  const isDarkEdge = (part: Component) =>
    !isInside(part) && !isInEdgeZone(part, ink) &&
    part.area > DARK_AT_BORDER * digit.area;
  if (darkParts.list.some(isDarkEdge)) return null;
  const beside = areaBeside(digit, components, width);
  if (beside < PALE_BESIDE * digit.area) return null;
  const most = isBroken ? DARK_PIECES : DARK_BESIDE;
  if (areaBeside(digit, darkParts, width) > most * beside) return null;
  const scale = high / (high - low);
  const levels = Uint8Array.from(
    { length: 256 },
    (_, level) => Math.min(255, Math.max(0, (level - low) * scale)),
  );
  return { width, height, pixels: pixels.map((level) => levels[level]!) };
}

/** Whether a part extends from border to border. */
export function isSpanning(
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

/** Whether a part is completely in the edge zone. */
function isInEdgeZone(
  { left, top, right, bottom }: Box,
  { width, height }: GreyImage,
): boolean {
  return right <= EDGE * width || left >= (1 - EDGE) * width ||
    bottom <= EDGE * height || top >= (1 - EDGE) * height;
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

function largest(parts: readonly Component[]): Component | null {
  return parts.reduce<Component | null>(
    (a, b) => a === null || b.area > a.area ? b : a,
    null,
  );
}
