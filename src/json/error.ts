/**
 * Errors about parsed JSON: where it is wrong, what was found, and what was
 * expected.
 *
 * @module
 */

/** Fields of an error about JSON, besides its message. */
export interface JsonFault {
  /** JSON pointer (RFC 6901) to the value; empty for the whole. */
  readonly pointer: string;
  /** What was found and what was expected, without the pointer. */
  readonly detail: string;
}

/** A value of the wrong type. */
export class JsonTypeError extends TypeError implements JsonFault {
  /** JSON pointer to the value. */
  readonly pointer: string;
  /** What was found and what was expected. */
  readonly detail: string;

  /**
   * Creates the error.
   *
   * @param pointer JSON pointer to the value.
   * @param detail What was found and what was expected.
   */
  constructor(pointer: string, detail: string) {
    super(messageOf(pointer, detail));
    this.pointer = pointer;
    this.detail = detail;
  }
}

/** A value of the right type, but out of range. */
export class JsonRangeError extends RangeError implements JsonFault {
  /** JSON pointer to the value. */
  readonly pointer: string;
  /** What was found and what was expected. */
  readonly detail: string;

  /**
   * Creates the error.
   *
   * @param pointer JSON pointer to the value.
   * @param detail What was found and what was expected.
   */
  constructor(pointer: string, detail: string) {
    super(messageOf(pointer, detail));
    this.pointer = pointer;
    this.detail = detail;
  }
}

/** Whether an error is one of those above. */
export function isJsonFault(error: unknown): error is Error & JsonFault {
  return error instanceof JsonTypeError || error instanceof JsonRangeError;
}

/** The error for a value of the wrong type. */
export function wrongType(
  pointer: string,
  found: unknown,
  expected: string,
): JsonTypeError {
  return new JsonTypeError(
    pointer,
    `is ${describe(found)}, expected ${expected}`,
  );
}

/** The error for a value that is out of range. */
export function outOfRange(
  pointer: string,
  found: unknown,
  expected: string,
): JsonRangeError {
  return new JsonRangeError(
    pointer,
    `is ${describe(found)}, expected ${expected}`,
  );
}

/**
 * Describes a JSON value in a few words, never in full.
 *
 * @example
 * ```ts
 * import { describe } from "./error.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(describe([1, 2, 3]), "a list of 3");
 * assert.equal(describe("abc"), '"abc"');
 * assert.equal(describe(undefined), "missing");
 * ```
 */
export function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value !== "string") return String(value);
  return value.length <= MAX_QUOTED
    ? JSON.stringify(value.toWellFormed())
    : `a text of ${value.length} characters`;
}

/**
 * A pointer to a member of an object.
 *
 * @param pointer JSON pointer to the object.
 * @param key The member's key; shortened if it is long.
 */
export function memberOf(pointer: string, key: string): string {
  const name = key.slice(0, MAX_QUOTED).toWellFormed();
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** Longest text that is quoted in full. */
const MAX_QUOTED = 40;

function messageOf(pointer: string, detail: string): string {
  return `${pointer === "" ? "the JSON" : pointer} ${detail}`;
}
