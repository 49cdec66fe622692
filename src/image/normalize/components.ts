/**
 * Finds and measures connected strokes of ink.
 *
 * @module
 */

import { wordOf, wordsOf } from "./words.ts";

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

/** Runs of ink and how they are connected. */
export interface Components {
  /**
   * Two numbers per run, in reading order: the place of its first pixel, and
   * the place after its last. A run is a stretch of ink within a row.
   */
  readonly runs: Int32Array;
  /** The label of each run's component. */
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
  const parents = joinRuns(runs, width);
  const labels = new Int32Array(parents.length);
  const list: { -readonly [Key in keyof Component]: Component[Key] }[] = [];
  for (let run = 0; run < parents.length; run++) {
    const start = runs[2 * run]!;
    const end = runs[2 * run + 1]!;
    const left = start % width;
    const top = (start - left) / width;
    const right = left + end - start;
    const root = rootOf(parents, run);
    if (root === run) {
      labels[run] = list.length + 1;
      list.push({
        label: list.length + 1,
        area: 0,
        left,
        top,
        right,
        bottom: top + 1,
      });
    }
    const label = labels[root]!;
    const part = list[label - 1]!;
    part.area += end - start;
    if (left < part.left) part.left = left;
    if (right > part.right) part.right = right;
    part.bottom = top + 1;
    labels[run] = label;
  }
  return { runs, labels, list };
}

/** Starts and ends of the runs of ink, in reading order. */
function findRuns(
  ink: Uint8Array,
  width: number,
  threshold: number,
): Int32Array {
  const runs: number[] = [];
  const words = wordsOf(ink);
  // Bytes without any of these bits are paper: most words are skipped by them.
  const bits = wordOf(256 - 2 ** Math.floor(Math.log2(threshold + 1)));
  for (let row = 0; row < ink.length; row += width) {
    const next = row + width;
    const last = Math.min(words.length, next >> 2);
    for (let at = row; at < next; at++) {
      if ((at & 3) === 0) {
        let word = at >> 2;
        while (word < last && (words[word]! & bits) === 0) word++;
        at = word << 2;
        if (at === next) break;
      }
      if (ink[at]! <= threshold) continue;
      runs.push(at);
      while (at < next && ink[at]! > threshold) at++;
      runs.push(at);
    }
  }
  return Int32Array.from(runs);
}

/**
 * Connects runs that touch, also at a corner, by union-find; the earlier root
 * stays.
 *
 * @returns For each run, an earlier run that it is connected to, or itself.
 * @see R. Sedgewick and K. Wayne, "Algorithms" (2011), section 1.5
 */
function joinRuns(runs: Int32Array, width: number): Int32Array {
  const parents = new Int32Array(runs.length / 2);
  let above = 0;
  for (let run = 0; run < parents.length; run++) {
    parents[run] = run;
    const start = runs[2 * run]!;
    const end = runs[2 * run + 1]!;
    const row = start - start % width;
    // Runs above that end before this one begins cannot touch later ones
    // either.
    const from = Math.max(row - width, start - width - 1);
    while (runs[2 * above + 1]! <= from) above++;
    const to = Math.min(row, end - width + 1);
    for (let other = above; runs[2 * other]! < to; other++) {
      const a = rootOf(parents, other);
      const b = rootOf(parents, run);
      if (a < b) parents[b] = a;
      else parents[a] = b;
    }
  }
  return parents;
}

function rootOf(parents: Int32Array, run: number): number {
  let root = run;
  while (parents[root] !== root) {
    // Path halving, so that later searches are short.
    parents[root] = parents[parents[root]!]!;
    root = parents[root]!;
  }
  return root;
}
