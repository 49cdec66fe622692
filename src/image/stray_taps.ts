/**
 * Removes accidental touches from a drawing.
 *
 * @module
 */

import type { Stroke } from "./stroke.ts";

/** Maximum size of a tap, as a share of the rest of the drawing. */
const TAP = 0.05;

/** Minimum gap between a stray tap and the drawing, as a share of its size. */
const FAR = 0.3;

/**
 * Removes dots that are far from everything else, as from a palm or a finger on
 * the screen. They would make the digit smaller and shift it.
 *
 * @param strokes Strokes with as many x as y.
 * @returns The others; all strokes if each of them is a dot.
 *
 * @example
 * ```ts
 * import { withoutStrayTaps } from "./stray_taps.ts";
 * import assert from "node:assert/strict";
 *
 * const line = { x: [0, 0], y: [0, 100] };
 * assert.deepEqual(withoutStrayTaps([line, { x: [300], y: [200] }]), [line]);
 * ```
 */
export function withoutStrayTaps(
  strokes: readonly Stroke[],
): readonly Stroke[] {
  if (strokes.length < 2) return strokes;
  const boxes = strokes.map(boxOf);
  const largest = Math.max(...boxes.map(sizeOf));
  if (!(largest > 0)) return strokes;
  const drawn = boxes.filter((box) => sizeOf(box) > TAP * largest);
  const whole = {
    left: Math.min(...drawn.map(({ left }) => left)),
    top: Math.min(...drawn.map(({ top }) => top)),
    right: Math.max(...drawn.map(({ right }) => right)),
    bottom: Math.max(...drawn.map(({ bottom }) => bottom)),
  };
  const size = sizeOf(whole);
  return strokes.filter((_, i) => {
    const box = boxes[i]!;
    if (sizeOf(box) > TAP * largest) return true;
    const gap = Math.max(
      whole.left - box.right,
      box.left - whole.right,
      whole.top - box.bottom,
      box.top - whole.bottom,
    );
    return gap <= FAR * size;
  });
}

/** A rectangle in the strokes' unit. */
interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxOf({ x, y }: Stroke): Extent {
  return {
    left: x.reduce((a, b) => Math.min(a, b), Infinity),
    top: y.reduce((a, b) => Math.min(a, b), Infinity),
    right: x.reduce((a, b) => Math.max(a, b), -Infinity),
    bottom: y.reduce((a, b) => Math.max(a, b), -Infinity),
  };
}

/** The longer side; negative infinity for a stroke without points. */
function sizeOf({ left, top, right, bottom }: Extent): number {
  return Math.max(right - left, bottom - top);
}
