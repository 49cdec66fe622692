/**
 * Checks of JSON's shape that say where it is wrong, and what was found.
 *
 * They are written out, not left to a schema library, for the arrays of pixels:
 * up to 64 drawings of tens of thousands of numbers pass through them.
 *
 * @module
 */

import { fieldProblem } from "../../http/problem.ts";

/** An object of JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a JSON value is, in a few words and never in full.
 *
 * @example
 * ```ts
 * import { describe } from "./json_shape.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(describe([1, 2, 3]), "a list of 3");
 * assert.equal(describe(-4), "-4");
 * assert.equal(describe(undefined), "missing");
 * ```
 */
export function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "string") return `a text of ${value.length} characters`;
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}

/**
 * Takes a value as an object.
 *
 * @param value Any JSON value.
 * @param pointer JSON pointer to it.
 * @throws {Problem} 422 if it is none.
 */
export function asObject(value: unknown, pointer: string): JsonObject {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as JsonObject;
  }
  throw fieldProblem(
    422,
    pointer,
    `is ${describe(value)}; an object is expected`,
  );
}

/**
 * Takes a value as a list.
 *
 * @param value Any JSON value.
 * @param pointer JSON pointer to it.
 * @param what What it should be a list of, for the refusal.
 * @param least The least length that is allowed.
 * @param most The most.
 * @throws {Problem} 422 if it is no list, or of another length.
 */
export function asList(
  value: unknown,
  pointer: string,
  what: string,
  least: number,
  most: number,
): readonly unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= most) {
    return value;
  }
  const length = least === most ? `${least}` : `${least} to ${most}`;
  throw fieldProblem(
    422,
    pointer,
    `is ${describe(value)}; a list of ${length} ${what} is expected`,
  );
}

/**
 * Takes a value as a list of numbers.
 *
 * @param list A list of JSON.
 * @param pointer JSON pointer to it.
 * @param low The least number that is allowed.
 * @param high The largest.
 * @throws {Problem} 422 naming the first value that is not such a number.
 */
export function asNumbers(
  list: readonly unknown[],
  pointer: string,
  low: number,
  high: number,
): readonly number[] {
  for (let i = 0; i < list.length; i++) {
    const value = list[i];
    if (typeof value === "number" && value >= low && value <= high) continue;
    throw fieldProblem(
      422,
      `${pointer}/${i}`,
      `is ${describe(value)}; a number from ${low} to ${high} is expected`,
    );
  }
  return list as readonly number[];
}

/**
 * Refuses keys that are not known.
 *
 * @param object An object of JSON.
 * @param pointer JSON pointer to it.
 * @param known The keys that it may have.
 * @throws {Problem} 422 naming the first other key.
 */
export function checkKeys(
  object: JsonObject,
  pointer: string,
  known: readonly string[],
): void {
  const other = Object.keys(object).find((key) => !known.includes(key));
  if (other === undefined) return;
  const name = other.slice(0, 40).toWellFormed();
  throw fieldProblem(
    422,
    `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    `is not a known key here; known are ${known.join(", ")}`,
  );
}
