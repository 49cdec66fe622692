/**
 * The recognizer's learning rate over a run.
 *
 * @module
 */

/**
 * A linear rise from 0, then half a cosine down to 0 (Loshchilov and Hutter
 * 2017, arXiv 1608.03983), as a factor on the highest rate.
 *
 * @param progress Share of the run that is done, from 0 to 1.
 * @param warmup Share of the run that rises.
 *
 * @example
 * ```ts
 * import { warmupCosine } from "./schedule.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(warmupCosine(0.05, 0.1), 0.5);
 * assert.equal(warmupCosine(0.1, 0.1), 1);
 * assert.equal(warmupCosine(1, 0.1), 0);
 * ```
 */
export function warmupCosine(progress: number, warmup: number): number {
  if (progress < warmup) return progress / warmup;
  return (1 + Math.cos(Math.PI * (progress - warmup) / (1 - warmup))) / 2;
}
