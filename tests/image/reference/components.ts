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
  const runs = findRuns(ink, width, threshold);
  joinRuns(runs, width);
  const { starts, ends, parents, count } = runs;
  const labels = new Int32Array(ink.length);
  const labelOf = new Int32Array(count);
  const list: { -readonly [Key in keyof Component]: Component[Key] }[] = [];
  for (let run = 0; run < count; run++) {
    const start = starts[run]!;
    const end = ends[run]!;
    const left = start % width;
    const top = (start - left) / width;
    const right = left + end - start;
    const root = rootOf(parents, run);
    if (root === run) {
      labelOf[run] = list.length + 1;
      list.push({
        label: list.length + 1,
        area: 0,
        left,
        top,
        right,
        bottom: top + 1,
      });
    }
    const label = labelOf[root]!;
    const part = list[label - 1]!;
    part.area += end - start;
    if (left < part.left) part.left = left;
    if (right > part.right) part.right = right;
    part.bottom = top + 1;
    labels.fill(label, start, end);
  }
  return { labels, list };
}

/** Stretches of ink within rows, in reading order. */
interface Runs {
  /** Place of each one's first pixel. */
  readonly starts: Int32Array;
  /** Place after its last pixel. */
  readonly ends: Int32Array;
  /** An earlier run that it is connected with, or itself. */
  readonly parents: Int32Array;
  /** How many there are. */
  readonly count: number;
}

function findRuns(ink: Uint8Array, width: number, threshold: number): Runs {
  // In a row every second pixel can begin a run at most.
  const most = Math.ceil(width / 2) * (ink.length / width);
  let starts = new Int32Array(Math.min(most, 1024));
  let ends = new Int32Array(starts.length);
  let count = 0;
  for (let row = 0; row < ink.length; row += width) {
    const next = row + width;
    for (let at = row; at < next; at++) {
      if (ink[at]! <= threshold) continue;
      const start = at;
      while (at < next && ink[at]! > threshold) at++;
      if (count === starts.length) {
        starts = enlarged(starts, most);
        ends = enlarged(ends, most);
      }
      starts[count] = start;
      ends[count++] = at;
    }
  }
  const parents = new Int32Array(count);
  for (let run = 0; run < count; run++) parents[run] = run;
  return { starts, ends, parents, count };
}

function enlarged(values: Int32Array, most: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.min(most, 4 * values.length));
  larger.set(values);
  return larger;
}

/**
 * Connects the runs that touch, also by a corner: union and find, where the
 * earlier root stays.
 *
 * @see R. Sedgewick and K. Wayne, "Algorithms" (2011), section 1.5
 */
function joinRuns({ starts, ends, parents, count }: Runs, width: number): void {
  let above = 0;
  for (let run = 0; run < count; run++) {
    const start = starts[run]!;
    const end = ends[run]!;
    const row = start - start % width;
    // Runs above that end before this one begins touch none of the next ones.
    const from = Math.max(row - width, start - width - 1);
    while (ends[above]! <= from) above++;
    const to = Math.min(row, end - width + 1);
    for (let other = above; starts[other]! < to; other++) {
      const a = rootOf(parents, other);
      const b = rootOf(parents, run);
      if (a < b) parents[b] = a;
      else parents[a] = b;
    }
  }
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run;
  while (parents[root] !== root) {
    // Every other step is shortened, so that later ways are short.
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}
