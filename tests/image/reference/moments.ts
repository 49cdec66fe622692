/**
 * Local contrast by its definition.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";

/** Variance and skewness of a list of numbers. */
export function momentsOf(values: readonly number[]) {
  const mean = (list: readonly number[]) =>
    list.reduce((sum, value) => sum + value, 0) / list.length;
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  const third = mean(values.map((value) => (value - middle) ** 3));
  return { variance, skewness: variance > 0 ? third / variance ** 1.5 : 0 };
}

/**
 * The middle pixel of every cell of `step` by `step` pixels, less the mean of all
 * pixels in cells at most `reachX` columns and `reachY` rows of cells away.
 */
export function contrasts(
  { width, height, pixels }: GreyImage,
  step: number,
  reachX: number,
  reachY: number,
): number[] {
  const result: number[] = [];
  const middle = Math.floor(step / 2);
  for (let top = 0; top < height; top += step) {
    for (let left = 0; left < width; left += step) {
      const around: number[] = [];
      for (let v = top - reachY * step; v < top + (reachY + 1) * step; v++) {
        for (
          let u = left - reachX * step;
          u < left + (reachX + 1) * step;
          u++
        ) {
          const isInside = u >= 0 && v >= 0 && u < width && v < height;
          if (isInside) around.push(pixels[v * width + u]!);
        }
      }
      const mean = around.reduce((sum, value) => sum + value) / around.length;
      const x = Math.min(width - 1, left + middle);
      const y = Math.min(height - 1, top + middle);
      result.push(pixels[y * width + x]! - mean);
    }
  }
  return result;
}
