/**
 * Numbers as people read them.
 *
 * @module
 */

import { SHELL } from "../texts/shell.ts";

/**
 * A whole number, with separators.
 *
 * @param value The number.
 */
export function wholeText(value: number): string {
  return value.toLocaleString(SHELL.lang);
}

/**
 * A share in percent.
 *
 * @param share 0 to 1.
 * @param decimals Digits after the point.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { percentText } from "./format.ts";
 *
 * assert.equal(percentText(0.99625, 1), "99.6%");
 * assert.equal(percentText(0.579), "58%");
 * ```
 */
export function percentText(share: number, decimals = 0): string {
  return `${(share * 100).toFixed(decimals)}%`;
}

/**
 * A size in kilobytes.
 *
 * @param bytes The size.
 */
export function sizeText(bytes: number): string {
  return `${wholeText(Math.round(bytes / 1000))} KB`;
}

/**
 * A duration in hours and minutes.
 *
 * @param seconds The duration.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { durationText } from "./format.ts";
 *
 * assert.equal(durationText(2105), "35 min");
 * assert.equal(durationText(7260), "2 h 1 min");
 * ```
 */
export function durationText(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h ${minutes % 60} min`;
}
