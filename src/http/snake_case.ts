/**
 * Converts JSON keys to snake_case, as the HTTP API has them.
 *
 * @module
 */

/**
 * Copies plain data with every key of its objects in snake_case; values stay.
 *
 * @example
 * ```ts
 * import { snakeCased } from "./snake_case.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(
 *   snakeCased({ inputShape: [28, 28], layers: [{ kernelSize: 3 }] }),
 *   { input_shape: [28, 28], layers: [{ kernel_size: 3 }] },
 * );
 * ```
 */
export function snakeCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCased);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      snakeCased(inner),
    ]),
  );
}
