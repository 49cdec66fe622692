/**
 * Finds a light sheet that does not fill the picture: a card on a dark desk, a
 * page on a scanner, the inside of a frame or a cell.
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
import {
  areaOf,
  type Corner,
  cornersOf,
  depthIn,
  wayAround,
} from "./quadrilateral.ts";
import { isBlank, splitLevels } from "./threshold.ts";

/** Shortest side of a picture in which a card can be told from a letter. */
const LEAST_SIDE = 64;

/** Minimum share of the picture that a card covers. */
const LEAST_AREA = 0.12;

/** Minimum difference between card and desk, of 255 levels. */
const LEAST_CONTRAST = 40;

/**
 * Minimum share of its quadrilateral that a card fills; no stroke fills as
 * much.
 */
const LIGHT = 0.75;

/** Minimum share of it outside of the digit's loops. */
const SHEET = 0.5;

/** Maximum share of a card outside of its quadrilateral. */
const OUTSIDE = 0.04;

/** A card that covers this share of the picture is all of it. */
const WHOLE = 0.99;

/** Share of a card that its ink covers. */
const INK_SHARE = [0.002, 0.35] as const;

/** Maximum share of the ink at the card's edge, away from its corners. */
const INK_AT_EDGE = 0.01;

/** Maximum share of the edge that ink may touch if none continues beyond it. */
const TOUCHED_EDGE = 0.08;

/**
 * How much darker than the desk a stroke is that continues outside the card.
 */
const STROKE_BESIDE = 16;

/**
 * Minimum share of a card's surroundings that is dark: a desk, not more paper.
 */
const DESK = 0.5;

/** Maximum darkness of paper, as a share of the ink's. */
const PAPER = 0.2;

/** Width of the edge that is cut off, as a share of the card's longer side. */
const EDGE = 0.025;

/** A card's part of a picture. */
export interface Card {
  /**
   * The part, with the surroundings of the card painted over with its paper.
   */
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
 * unlike any digit, and has ink well inside.
 *
 * @param image A grey picture.
 * @returns The card, or null if there is none.
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
  const depth = depthIn(corners);
  if (!fillsQuad(quad, components, image, depth)) return null;
  const levels = { threshold, ...inkOnCard(quad, image, depth) };
  if (!hasDigit(quad, image, depth, levels)) return null;
  return cut(quad, image, depth, Math.max(threshold, levels.paper));
}

/** A part, and the corners of the quadrilateral around it in cyclic order. */
interface Quad {
  readonly corners: readonly Corner[];
  readonly sheet: Component;
  /** Width of the edge that is ignored, in pixels. */
  readonly edge: number;
}

/** Distance from a pixel to the nearest side of a card, from inside. */
type Depth = ReturnType<typeof depthIn>;

/** Levels of a card. */
interface CardLevels {
  /** Threshold between card and desk. */
  readonly threshold: number;
  /**
   * The lightest ink, which can be paler than the desk; -1 if there is none.
   */
  readonly ink: number;
  /** The darkest paper; 0 if there is nothing else. */
  readonly paper: number;
}

/** Whether a part fills its quadrilateral, but not the picture. */
function fillsQuad(
  { corners, sheet, edge }: Quad,
  { runs, labels }: Components,
  { width, pixels }: GreyImage,
  depth: Depth,
): boolean {
  const area = areaOf(corners);
  if (area >= WHOLE * pixels.length || sheet.area < SHEET * area) return false;
  let outside = 0;
  // A digit's loops cut out parts of the card.
  let inLoops = 0;
  labels.forEach((label, run) => {
    const y = Math.floor(runs[2 * run]! / width);
    const start = runs[2 * run]! - y * width;
    const end = runs[2 * run + 1]! - y * width;
    if (label === sheet.label) {
      for (let x = start; x < end; x++) {
        if (depth(x, y) < -1) outside++;
      }
    } else if (depth(start, y) > edge && depth(end - 1, y) > edge) {
      inLoops += end - start;
    }
  });
  return sheet.area + inLoops >= LIGHT * area &&
    outside <= OUTSIDE * sheet.area;
}

/**
 * Whether a card lies on something dark and has as much ink as a digit, none of
 * which continues beyond its edge.
 */
function hasDigit(
  quad: Quad,
  image: GreyImage,
  depth: Depth,
  { threshold, ink: pale }: CardLevels,
): boolean {
  const { corners, edge } = quad;
  const { width, pixels } = image;
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
    // The blurred edge of a card is as pale as pale ink.
    const rim = isDark ? 1.5 : edge;
    if (inside >= rim) ink++;
    else if (isDark) desk++;
    if (inside >= rim && inside < edge + rim && !isAtCorner(x, y)) inkAtEdge++;
  }
  const area = areaOf(corners);
  return desk >= DESK * (pixels.length - area) &&
    ink >= INK_SHARE[0] * area && ink <= INK_SHARE[1] * area &&
    (inkAtEdge <= INK_AT_EDGE * ink ||
      inkAtEdge <= TOUCHED_EDGE * wayAround(corners) * edge &&
        isPlainBeside(quad, image, depth));
}

/**
 * Whether nothing outside a card's edge is darker, so that no stroke continues.
 */
function isPlainBeside(
  { sheet, edge }: Quad,
  image: GreyImage,
  depth: Depth,
): boolean {
  const far = edge + 2;
  const around = {
    left: Math.max(0, sheet.left - far),
    top: Math.max(0, sheet.top - far),
    right: Math.min(image.width, sheet.right + far),
    bottom: Math.min(image.height, sheet.bottom + far),
  };
  const beside = darknessWithin(around, image, (x, y) => {
    const inside = depth(x, y);
    return inside <= -2 && inside > -far;
  }).sort();
  const last = beside.length - 1;
  return last >= 0 &&
    beside[Math.floor(0.99 * last)]! - beside[last >> 1]! <= STROKE_BESIDE;
}

/** Separates a card's ink from its paper. */
function inkOnCard(
  { sheet, edge }: Quad,
  image: GreyImage,
  depth: Depth,
): Pick<CardLevels, "ink" | "paper"> {
  const split = splitLevels(
    darknessWithin(sheet, image, (x, y) => depth(x, y) >= edge),
  );
  if (isBlank(split)) return { ink: -1, paper: 0 };
  const { threshold, low, high } = split;
  return { ink: 254 - threshold, paper: 255 - low - PAPER * (high - low) };
}

/** Darkness, 255 minus the level, of the pixels of a box that pass a test. */
function darknessWithin(
  { left, top, right, bottom }: Box,
  { width, pixels }: GreyImage,
  passes: (x: number, y: number) => boolean,
): Uint8Array {
  const found = new Uint8Array((right - left) * (bottom - top));
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      if (passes(x, y)) found[count++] = 255 - pixels[y * width + x]!;
    }
  }
  return found.subarray(0, count);
}

/**
 * The card's box. Outside the card, its outermost paper is extended; strokes
 * that reach the edge, and their blur, are not.
 *
 * @param paper The darkest level of paper.
 */
function cut(
  { sheet, edge }: Quad,
  picture: GreyImage,
  depth: Depth,
  paper: number,
): Card {
  const left = sheet.left + edge;
  const top = sheet.top + edge;
  const width = sheet.right - edge - left;
  const height = sheet.bottom - edge - top;
  const image = { width, height, pixels: new Uint8Array(width * height) };
  const isKnown = new Uint8Array(width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      if (depth(left + x, top + y) < edge) continue;
      isKnown[at] = 1;
      image.pixels[at] = picture.pixels[(top + y) * picture.width + left + x]!;
    }
  }
  // Rows first: the corners of a turned card are narrow, but not empty.
  const known = { image, isKnown, paper };
  for (let y = 0; y < height; y++) spread(known, y * width, 1, width);
  for (let x = 0; x < width; x++) spread(known, x, width, height);
  return { image, left, top };
}

/** The known pixels of a card, and the level from which they are paper. */
interface KnownPart {
  readonly image: GreyImage;
  readonly isKnown: Uint8Array;
  readonly paper: number;
}

/**
 * Fills the unknown pixels of a line with the nearest known paper on the line.
 */
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
