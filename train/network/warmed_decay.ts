/**
 * How fast a running average forgets.
 *
 * @module
 */

/**
 * Decay of a running average that starts from the initial values: short at
 * first, so that they are soon forgotten.
 *
 * @param step From 0.
 */
export function warmedDecay(decay: number, step: number): number {
  return Math.min(decay, (1 + step) / (10 + step));
}
