/**
 * Chooses the components that belong to the digit.
 *
 * @module
 */

import type { Box, Component, Components } from "./components.ts";

/** Parts smaller than this share of the largest one are specks. */
const SPECK = 0.03;

/** So are parts up to this share that are far from the largest one. */
const FAR_SPECK = 0.15;

/**
 * A gap larger than this counts as far, in longer sides of the largest part.
 */
const FAR = 0.3;

/**
 * Width of the edge zone, where cut-off neighbours are, as a share of the side.
 */
const RIM = 0.2;

/**
 * Minimum share of a part in the edge zone to count as the edge of something
 * else.
 */
const IN_RIM = 0.85;

/** Minimum shorter side of a picture in which edges can be told apart. */
const LEAST_SIDE = 20;

/** Minimum size of a digit, as a share of the picture's shorter side. */
const DIGIT_SIZE = 0.2;

/**
 * Removes specks, and what reaches into the picture from outside.
 *
 * A part that touches the border and is almost completely in the edge zone is
 * the edge of something else (the next digit, a ruled line, the end of the
 * sheet), provided that something of a digit's size remains. So is a part of a
 * frame, which follows two sides. A tightly cut digit touches the border too,
 * but extends further inwards.
 *
 * @param components All components of a picture.
 * @param width The picture's width in pixels.
 * @param height Its height.
 * @returns The components of the digit; none if there are only edges.
 */
export function selectDigit(
  components: Components,
  width: number,
  height: number,
): Component[] {
  const { list } = components;
  const side = Math.min(width, height);
  const inner = side < LEAST_SIDE
    ? list
    : withoutEdges(components, width, height);
  const isLarge = inner.some((part) => sizeOf(part) >= DIGIT_SIZE * side);
  const candidates = isLarge
    ? inner
    : list.filter((part) =>
      inner.includes(part) || !isEdge(part, width, height)
    );
  if (candidates.length === 0) return [];
  const largest = candidates.reduce((a, b) => b.area > a.area ? b : a);
  const size = sizeOf(largest);
  return candidates.filter((part) =>
    part.area >= FAR_SPECK * largest.area ||
    (part.area >= SPECK * largest.area && gapOf(part, largest) <= FAR * size)
  );
}

function withoutEdges(
  { runs, labels, list }: Components,
  width: number,
  height: number,
): Component[] {
  const isAtBorder = (part: Box) =>
    part.left === 0 || part.top === 0 || part.right === width ||
    part.bottom === height;
  // No stroke follows two sides of the picture, but frames' corners do.
  const isCorner = (part: Box) =>
    part.right - part.left > RIM * width &&
    part.bottom - part.top > RIM * height;
  const isOuter = (part: Box) => isAtBorder(part) || isCorner(part);
  if (list.length < 2 && !list.some(isAtBorder)) return [...list];
  const [left, right] = [RIM * width, (1 - RIM) * width];
  const [top, bottom] = [RIM * height, (1 - RIM) * height];
  const inside = new Int32Array(list.length + 1);
  labels.forEach((label, run) => {
    const start = runs[2 * run]!;
    const y = Math.floor(start / width);
    if (y < top || y >= bottom) return;
    const x = start - y * width;
    const end = x + runs[2 * run + 1]! - start;
    const count = Math.min(end, right) - Math.max(x, left);
    if (count > 0) inside[label] = inside[label]! + count;
  });
  return list.filter((part) =>
    !isOuter(part) || inside[part.label]! > (1 - IN_RIM) * part.area
  );
}

/**
 * Whether a part in the edge zone is an edge even if there is no other part: a
 * bar from border to border, a sliver in a corner, or something too small to be
 * an intended digit.
 */
function isEdge(part: Box, width: number, height: number): boolean {
  const { left, top, right, bottom } = part;
  const side = Math.min(width, height);
  if (sizeOf(part) < DIGIT_SIZE * side) return true;
  const thin = Math.min(right - left, bottom - top) <= RIM * side;
  const isLevel = left === 0 || right === width;
  const isUpright = top === 0 || bottom === height;
  return thin && ((left === 0 && right === width) ||
    (top === 0 && bottom === height) || (isLevel && isUpright));
}

/** A box's longer side. */
function sizeOf({ left, top, right, bottom }: Box): number {
  return Math.max(right - left, bottom - top);
}

/** The gap between two boxes; 0 if they overlap in one direction. */
function gapOf(a: Box, b: Box): number {
  return Math.max(
    0,
    a.left - b.right,
    b.left - a.right,
    a.top - b.bottom,
    b.top - a.bottom,
  );
}

/**
 * The smallest box that contains all boxes.
 *
 * @param boxes At least one.
 */
export function boxAround(boxes: readonly Box[]): Box {
  return boxes.reduce((sum, box) => ({
    left: Math.min(sum.left, box.left),
    top: Math.min(sum.top, box.top),
    right: Math.max(sum.right, box.right),
    bottom: Math.max(sum.bottom, box.bottom),
  }));
}
