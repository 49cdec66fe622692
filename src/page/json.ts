/**
 * Small readers for JSON that came over the network: each gives the typed value or says what it found instead.
 *
 * They are NOT a schema library; the page reads two shapes, and every byte of it is downloaded by every visitor.
 *
 * @module
 */

/**
 * Reads an object.
 *
 * @param value What was parsed.
 * @param name What to call it in an error.
 * @returns The same value, typed.
 * @throws {TypeError} If it is not an object.
 */
export function asObject(
  value: unknown,
  name: string,
): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw wrong(name, "an object", value);
}

/**
 * Reads an array.
 *
 * @param value What was parsed.
 * @param name What to call it in an error.
 * @returns The same value, typed.
 * @throws {TypeError} If it is not an array.
 */
export function asArray(value: unknown, name: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw wrong(name, "an array", value);
}

/**
 * Reads a string.
 *
 * @param value What was parsed.
 * @param name What to call it in an error.
 * @returns The same value, typed.
 * @throws {TypeError} If it is not a string.
 */
export function asString(value: unknown, name: string): string {
  if (typeof value === "string") return value;
  throw wrong(name, "a string", value);
}

/**
 * Reads a number in a range.
 *
 * @param value What was parsed.
 * @param name What to call it in an error.
 * @param low The least value allowed.
 * @param high The greatest value allowed.
 * @returns The same value, typed.
 * @throws {TypeError} If it is not a number.
 * @throws {RangeError} If it lies outside the range.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { asNumber } from "./json.ts";
 *
 * assert.equal(asNumber(0.5, "confidence", 0, 1), 0.5);
 * assert.throws(() => asNumber(2, "confidence", 0, 1), /confidence is 2, expected a number from 0 to 1/);
 * ```
 */
export function asNumber(
  value: unknown,
  name: string,
  low: number,
  high: number,
): number {
  if (typeof value !== "number") throw wrong(name, "a number", value);
  if (value >= low && value <= high) return value;
  throw new RangeError(
    `${name} is ${value}, expected a number from ${low} to ${high}`,
  );
}

/**
 * Reads true or false.
 *
 * @param value What was parsed.
 * @param name What to call it in an error.
 * @returns The same value, typed.
 * @throws {TypeError} If it is neither.
 */
export function asBoolean(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  throw wrong(name, "true or false", value);
}

/**
 * Decodes base64.
 *
 * @param text The base64 text, without a `data:` prefix.
 * @param name What to call it in an error.
 * @returns The bytes.
 * @throws {SyntaxError} If the text is not base64.
 */
export function bytesFromBase64(
  text: string,
  name: string,
): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch (cause) {
    throw new SyntaxError(`${name} is not base64: ${text.slice(0, 20)}`, {
      cause,
    });
  }
}

function wrong(name: string, expected: string, found: unknown): TypeError {
  return new TypeError(
    `${name} is ${JSON.stringify(found) ?? "missing"}, expected ${expected}`,
  );
}
