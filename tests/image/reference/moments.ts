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
 * Every sampled pixel less the mean of all pixels at most `reachX` columns and
 * `reachY` rows away.
 */
export function contrasts(
  { width, height, pixels }: GreyImage,
  step: number,
  reachX: number,
  reachY: number,
): number[] {
  const result: number[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      const around: number[] = [];
      for (let v = y - reachY; v <= y + reachY; v++) {
        for (let u = x - reachX; u <= x + reachX; u++) {
          const isInside = u >= 0 && v >= 0 && u < width && v < height;
          if (isInside) around.push(pixels[v * width + u]!);
        }
      }
      const mean = around.reduce((sum, value) => sum + value) / around.length;
      result.push(pixels[y * width + x]! - mean);
    }
  }
  return result;
}
