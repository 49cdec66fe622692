/**
 * The strokes of a drawing that belong to what the network is shown reading.
 *
 * @module
 */

import type { Stroke } from "../draw/drawing.ts";
import { leastSure } from "../read/answer.ts";
import type { Read } from "../read/recognizer.ts";

/**
 * All strokes of a digit; of a number, those of the digit that is least sure.
 *
 * @param read A drawing and its answer.
 * @returns The strokes whose middle is in the digit's box; all of them if there
 *   are none, since one stroke may write several digits.
 */
export function strokesOfPart({ strokes, answer }: Read): readonly Stroke[] {
  const least = leastSure(answer);
  if (least === null) return strokes;
  const { box } = least;
  const own = strokes.filter(({ x, y }) =>
    isWithin(middle(x), box.x, box.width) &&
    isWithin(middle(y), box.y, box.height)
  );
  return own.length === 0 ? strokes : own;
}

/** Halfway between the least and the greatest. */
function middle(values: readonly number[]): number {
  const least = values.reduce((a, b) => Math.min(a, b));
  const greatest = values.reduce((a, b) => Math.max(a, b));
  return (least + greatest) / 2;
}

function isWithin(value: number, start: number, length: number): boolean {
  return value >= start && value <= start + length;
}
