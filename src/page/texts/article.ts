/**
 * Digits with their article.
 *
 * @module
 */

/**
 * A digit as a noun.
 *
 * @param digit 0 to 9.
 *
 * @example
 * ```ts
 * import { aDigit } from "./article.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(aDigit(7), "a 7");
 * assert.equal(aDigit(8), "an 8");
 * ```
 */
export function aDigit(digit: number): string {
  return `${digit === 8 ? "an" : "a"} ${digit}`;
}
