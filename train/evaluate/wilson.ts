/**
 * Estimates a share from a small sample.
 *
 * @module
 */

/**
 * In standard deviations: the true share is below the bound in one case out of
 * twenty.
 */
const Z = 1.645;

/**
 * The lower end of the one-sided 95 % Wilson score interval (Wilson 1927): a
 * lower bound on the true share.
 *
 * @param successes From 0 to `count`.
 * @param count At least 1.
 * @returns From 0 to 1.
 *
 * @example
 * ```ts
 * import { wilsonLowerBound } from "./wilson.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(wilsonLowerBound(2, 2) < 0.5);
 * assert.ok(wilsonLowerBound(4975, 5000) > 0.99);
 * ```
 */
export function wilsonLowerBound(successes: number, count: number): number {
  const share = successes / count;
  const centre = share + Z ** 2 / (2 * count);
  const spread = Z *
    Math.sqrt(share * (1 - share) / count + Z ** 2 / (4 * count ** 2));
  return (centre - spread) / (1 + Z ** 2 / count);
}
