/**
 * Chooses the components that belong to the digit.
 *
 * @module
 */

import type { Box, Component } from "./components.ts";

/** Smaller parts than this share of the largest one are specks. */
const SPECK = 0.03;

/** Width of the rim in which cut-off neighbours and edges lie, of the side. */
const RIM = 0.15;

/**
 * Leaves out specks, and what reaches in from the picture's rim.
 *
 * A part that touches the border and lies wholly in the rim is the edge of
 * something else (the next line, a ruled line, the sheet's end), so long as
 * there is ink elsewhere. A digit cut out tightly touches the border too, but
 * reaches inwards.
 *
 * @param components All components of a picture.
 * @param width The picture's width in pixels.
 * @param height Its height.
 * @returns The components of the digit, at least one if any was given.
 */
export function selectDigit(
  components: readonly Component[],
  width: number,
  height: number,
): Component[] {
  const inner = components.filter((part) => !isRim(part, width, height));
  const candidates = inner.length > 0 ? inner : components;
  const largest = Math.max(0, ...candidates.map(({ area }) => area));
  return candidates.filter(({ area }) => area >= SPECK * largest);
}

function isRim(part: Box, width: number, height: number): boolean {
  const x = Math.max(1, RIM * width);
  const y = Math.max(1, RIM * height);
  return (part.left === 0 && part.right <= x) ||
    (part.top === 0 && part.bottom <= y) ||
    (part.right === width && part.left >= width - x) ||
    (part.bottom === height && part.top >= height - y);
}

/**
 * The smallest box around several.
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
