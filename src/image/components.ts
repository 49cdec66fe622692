/**
 * Connected strokes of ink: found, measured, and freed of specks.
 *
 * @module
 */

/** A rectangle of pixels. */
export interface Box {
  /** The first column. */
  readonly left: number;
  /** The first row. */
  readonly top: number;
  /** The column after the last. */
  readonly right: number;
  /** The row after the last. */
  readonly bottom: number;
}

/** Eight-connected pixels of ink. */
export interface Component extends Box {
  /** The value that marks its pixels in the label map, from 1. */
  readonly label: number;
  /** Pixels in it. */
  readonly area: number;
}

/** Every pixel's component, and the components. */
export interface Components {
  /** The label of each pixel's component, 0 for paper. */
  readonly labels: Int32Array;
  /** In the order of their first pixels. */
  readonly list: readonly Component[];
}

/**
 * Finds the eight-connected components of the pixels above a threshold.
 *
 * @param ink `width * height` bytes.
 * @param width Pixels in a row.
 * @param threshold The highest value that is still paper.
 *
 * @example
 * ```ts
 * import { findComponents } from "./components.ts";
 * import assert from "node:assert/strict";
 *
 * const { list } = findComponents(Uint8Array.of(9, 0, 0, 0, 9, 0, 9, 0, 9), 3, 5);
 * assert.equal(list.length, 1); // Diagonal neighbours are connected.
 * assert.equal(list[0]?.area, 4);
 * ```
 */
export function findComponents(
  ink: Uint8Array,
  width: number,
  threshold: number,
): Components {
  const height = ink.length / width;
  const labels = new Int32Array(ink.length);
  const stack = new Int32Array(ink.length);
  const list: Component[] = [];
  for (let first = 0; first < ink.length; first++) {
    if (labels[first] !== 0 || ink[first]! <= threshold) continue;
    const label = list.length + 1;
    let [left, top, right, bottom, area] = [width, height, 0, 0, 0];
    let depth = 0;
    labels[first] = label;
    stack[depth++] = first;
    while (depth > 0) {
      const at = stack[--depth]!;
      const x = at % width;
      const y = (at - x) / width;
      area++;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
      const fromX = x > 0 ? -1 : 0;
      const toX = x < width - 1 ? 1 : 0;
      for (let dy = y > 0 ? -1 : 0; dy <= (y < height - 1 ? 1 : 0); dy++) {
        for (let dx = fromX; dx <= toX; dx++) {
          const near = at + dy * width + dx;
          if (labels[near] === 0 && ink[near]! > threshold) {
            labels[near] = label;
            stack[depth++] = near;
          }
        }
      }
    }
    list.push({ label, area, left, top, right, bottom });
  }
  return { labels, list };
}
