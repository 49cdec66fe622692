/**
 * Finds a light sheet that does not fill the picture: a card on a dark desk, a
 * page on a scanner, the inside of a frame or of a cell.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import {
  type Component,
  type Components,
  findComponents,
} from "./components.ts";
import { isBlank, splitLevels } from "./threshold.ts";

/** Shortest side of a picture in which a card differs from a letter. */
const LEAST_SIDE = 64;

/** Least share of the picture that a card covers. */
const LEAST_AREA = 0.12;

/** Least difference of card and desk, of 255 levels. */
const LEAST_CONTRAST = 40;

/** Share of a card's quadrilateral that is light: no strokes fill as much. */
const LIGHT = 0.75;

/** Share of a card that may lie outside of its quadrilateral. */
const OUTSIDE = 0.04;

/** Share of the picture from which a card is all of it. */
const WHOLE = 0.99;

/** Share of a card that its ink covers. */
const INK_SHARE = [0.002, 0.35] as const;

/** Share of the ink that may lie at the card's edge, beside its corners. */
const INK_AT_EDGE = 0.01;

/** Share of the edge that ink may touch if none goes on beyond it. */
const TOUCHED_EDGE = 0.08;

/** How much darker than the desk a stroke is that goes on beside the card. */
const STROKE_BESIDE = 16;

/** Share of what lies beside a card that is dark: a desk, not more paper. */
const DESK = 0.5;

/** Share of the ink's darkness that paper may have. */
const PAPER = 0.2;

/** Width of the edge that is cut off, of the card's longer side. */
const EDGE = 0.025;

/** A card's part of a picture. */
export interface Card {
  /** The part, what is beside the card painted over with its paper. */
  readonly image: GreyImage;
  /** Its first column in the picture. */
  readonly left: number;
  /** Its first row. */
  readonly top: number;
}

/**
 * Cuts out the card that a digit is written on.
 *
 * It is the largest light part, if it fills the quadrilateral of its corners,
 * as no digit's shape does, and has ink well inside.
 *
 * @param image A grey picture.
 * @returns The card, or null if the picture shows none.
 */
export function cutOutCard(image: GreyImage): Card | null {
  const { width, height, pixels } = image;
  if (Math.min(width, height) < LEAST_SIDE) return null;
  const { threshold, low, high, share } = splitLevels(pixels);
  if (high - low < LEAST_CONTRAST) return null;
  if (share < LEAST_AREA) return null;
  const components = findComponents(pixels, width, threshold);
  const sheet = components.list.reduce<Component | null>(
    (a, b) => a === null || b.area > a.area ? b : a,
    null,
  );
  if (sheet === null || sheet.area < LEAST_AREA * width * height) return null;
  const corners = cornersOf(components, sheet, width);
  const size = Math.max(sheet.right - sheet.left, sheet.bottom - sheet.top);
  const edge = Math.max(2, Math.round(EDGE * size));
  const quad = { corners, sheet, edge };
  if (!isCard(quad, components, image, threshold)) return null;
  return cut(quad, image, threshold);
}

/** A place on the picture, between pixels. */
interface Corner {
  readonly x: number;
  readonly y: number;
}

/** A part and the corners of the quadrilateral around it, in turn. */
interface Quad {
  readonly corners: readonly Corner[];
  readonly sheet: Component;
  /** Pixels of the rim that is not looked at. */
  readonly edge: number;
}

/** Steps across and down in the four diagonal directions. */
const DIAGONALS = [[1, 1], [-1, 1], [-1, -1], [1, -1]] as const;

/** The places of a part that lie farthest in the four diagonal directions. */
function cornersOf(
  { runs, labels }: Components,
  { label }: Component,
  width: number,
): Corner[] {
  return DIAGONALS.map(([dx, dy]) => {
    let corner = { x: 0, y: 0 };
    let farthest = -Infinity;
    // The end of each run that lies farther.
    const side = dx > 0 ? 1 : 0;
    for (let run = 0; run < labels.length; run++) {
      if (labels[run] !== label) continue;
      const row = Math.floor(runs[2 * run]! / width);
      const x = runs[2 * run + side]! - row * width;
      const y = dy > 0 ? row + 1 : row;
      const reach = dx * x + dy * y;
      if (reach <= farthest) continue;
      farthest = reach;
      corner = { x, y };
    }
    return corner;
  });
}

/** How far inside of its nearest side a pixel's centre lies; below 0 outside. */
function depthIn(corners: readonly Corner[]): (x: number, y: number) => number {
  const sides = corners.map((from, i) => {
    const to = corners[(i + 1) % 4]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [across, along] = [
      (to.x - from.x) / length,
      (to.y - from.y) / length,
    ];
    return { across, along, away: along * from.x - across * from.y };
  });
  return (x, y) => {
    let least = Infinity;
    for (const { across, along, away } of sides) {
      const depth = across * (y + 0.5) - along * (x + 0.5) + away;
      if (depth < least) least = depth;
    }
    return least;
  };
}

/** Length of the way around a quadrilateral. */
function wayAround(corners: readonly Corner[]): number {
  return corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % 4]!;
    return sum + Math.hypot(next.x - x, next.y - y);
  }, 0);
}

function areaOf(corners: readonly Corner[]): number {
  return Math.abs(corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % 4]!;
    return sum + x * next.y - next.x * y;
  }, 0)) / 2;
}

/**
 * Whether a part is a card: it fills its quadrilateral, lies on something dark,
 * and has as much ink as a digit, none of which goes on beyond its edge.
 */
function isCard(
  { corners, sheet, edge }: Quad,
  { runs, labels }: Components,
  { width, pixels }: GreyImage,
  threshold: number,
): boolean {
  const area = areaOf(corners);
  if (area >= WHOLE * pixels.length || sheet.area < LIGHT * area) return false;
  const depth = depthIn(corners);
  let outside = 0;
  labels.forEach((label, run) => {
    if (label !== sheet.label) return;
    const y = Math.floor(runs[2 * run]! / width);
    for (let at = runs[2 * run]!; at < runs[2 * run + 1]!; at++) {
      if (depth(at - y * width, y) < -1) outside++;
    }
  });
  if (outside > OUTSIDE * sheet.area) return false;
  const { ink: pale } = inkOnCard({ width, pixels }, depth, edge);
  const isAtCorner = (x: number, y: number) =>
    corners.some((corner) =>
      Math.abs(corner.x - x) + Math.abs(corner.y - y) < 4 * edge
    );
  let [ink, inkAtEdge, desk] = [0, 0, 0];
  for (let at = 0; at < pixels.length; at++) {
    const level = pixels[at]!;
    const isDark = level <= threshold;
    if (!isDark && level > pale) continue;
    const x = at % width;
    const y = (at - x) / width;
    const inside = depth(x, y);
    // The card's blurred edge is as pale as pale ink.
    const rim = isDark ? 1.5 : edge;
    if (inside >= rim) ink++;
    else if (isDark) desk++;
    if (inside >= rim && inside < edge + rim && !isAtCorner(x, y)) inkAtEdge++;
  }
  return desk >= DESK * (pixels.length - area) &&
    ink >= INK_SHARE[0] * area && ink <= INK_SHARE[1] * area &&
    (inkAtEdge <= INK_AT_EDGE * ink ||
      inkAtEdge <= TOUCHED_EDGE * wayAround(corners) * edge &&
        isPlainBeside({ width, pixels }, depth, edge));
}

/** Whether nothing is darker along a card's edge, outside: no stroke goes on. */
function isPlainBeside(
  { width, pixels }: Pick<GreyImage, "width" | "pixels">,
  depth: (x: number, y: number) => number,
  edge: number,
): boolean {
  const beside = darknessWhere(pixels, (at) => {
    const outside = -depth(at % width, Math.floor(at / width));
    return outside >= 2 && outside < edge + 2;
  }).sort();
  const last = beside.length - 1;
  return last >= 0 &&
    beside[Math.floor(0.99 * last)]! - beside[last >> 1]! <= STROKE_BESIDE;
}

/** How dark the pixels are that pass a test. */
function darknessWhere(
  pixels: Uint8Array,
  passes: (at: number) => boolean,
): Uint8Array {
  return pixels.filter((_, at) => passes(at)).map((level) => 255 - level);
}

/**
 * The lightest level of a card's ink, which can be paler than the desk, and the
 * darkest of its paper; -1 and 0 if there is nothing but paper.
 */
function inkOnCard(
  { width, pixels }: Pick<GreyImage, "width" | "pixels">,
  depth: (x: number, y: number) => number,
  edge: number,
): { ink: number; paper: number } {
  const split = splitLevels(darknessWhere(
    pixels,
    (at) => depth(at % width, Math.floor(at / width)) >= edge,
  ));
  if (isBlank(split)) return { ink: -1, paper: 0 };
  const { threshold, low, high } = split;
  return { ink: 254 - threshold, paper: 255 - low - PAPER * (high - low) };
}

/**
 * The card's box; beside the card, its outermost paper goes on.
 *
 * @param threshold Parts card and desk.
 */
function cut(
  { corners, sheet, edge }: Quad,
  picture: GreyImage,
  threshold: number,
): Card {
  const left = sheet.left + edge;
  const top = sheet.top + edge;
  const width = sheet.right - edge - left;
  const height = sheet.bottom - edge - top;
  const image = { width, height, pixels: new Uint8Array(width * height) };
  const depth = depthIn(corners);
  // Strokes that reach the edge do not go on, nor does their blur.
  const { paper } = inkOnCard(picture, depth, edge);
  const isKnown = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (depth(left + x, top + y) < edge) continue;
      isKnown[at] = 1;
      image.pixels[at] = picture.pixels[(top + y) * picture.width + left + x]!;
    }
  }
  // Along rows first: a turned card's corners are narrow, but not empty.
  const known = { image, isKnown, paper: Math.max(threshold, paper) };
  for (let y = 0; y < height; y++) spread(known, y * width, 1, width);
  for (let x = 0; x < width; x++) spread(known, x, width, height);
  return { image, left, top };
}

/** What is known of a card, and from which level it is paper. */
interface KnownPart {
  readonly image: GreyImage;
  readonly isKnown: Uint8Array;
  readonly paper: number;
}

/** Fills what is not known of a line with the nearest known paper before or behind. */
function spread(
  { image: { pixels }, isKnown, paper }: KnownPart,
  start: number,
  step: number,
  count: number,
): void {
  const last = start + step * (count - 1);
  for (const [from, by] of [[start, step], [last, -step]] as const) {
    let level = -1;
    for (let i = 0, at = from; i < count; i++, at += by) {
      if (isKnown[at] === 1) {
        if (pixels[at]! >= paper) level = pixels[at]!;
      } else if (level >= 0) {
        pixels[at] = level;
        isKnown[at] = 1;
      }
    }
  }
}
