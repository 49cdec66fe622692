/**
 * JSON schemas: each checks a parsed value, types it, and describes what it
 * accepts as JSON Schema, which the OpenAPI document uses.
 *
 * This is not left to a library because the recognizer's file is checked before
 * the first answer, and loading valibot would add a sixth to the startup of a
 * bare Hono application. Also, checking a drawing's 78,400 pixels takes 0.1 ms
 * here and 4 ms with valibot.
 *
 * @module
 */

import { describe, outOfRange, wrongType } from "./error.ts";

/** A JSON Schema (2020-12) in its JSON form. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Checks a parsed value. */
export interface Schema<T> {
  /** JSON Schema of the accepted values. */
  readonly json: JsonSchema;
  /**
   * Checks a value and returns it with its type.
   *
   * @param value What `JSON.parse` returned, or a part of it.
   * @param pointer JSON pointer to it; empty for the whole.
   * @throws {JsonTypeError | JsonRangeError} for a value that is not accepted.
   */
  read(value: unknown, pointer: string): T;
}

/** The type of the values that a schema accepts. */
export type TypeOf<S> = S extends Schema<infer T> ? T : never;

/** Accepts any JSON value. */
export const anything: Schema<unknown> = { json: {}, read: (value) => value };

/** Accepts `true` and `false`. */
export const boolean: Schema<boolean> = {
  json: { type: "boolean" },
  read(value, pointer) {
    if (typeof value === "boolean") return value;
    throw wrongType(pointer, value, "true or false");
  },
};

/**
 * Accepts texts.
 *
 * @param what What the text should be, for error messages.
 * @param least The least number of characters.
 */
export function string(what: string = "a text", least = 0): Schema<string> {
  return {
    json: { type: "string", ...(least > 0 ? { minLength: least } : {}) },
    read(value, pointer) {
      if (typeof value === "string" && value.length >= least) return value;
      throw wrongType(pointer, value, what);
    },
  };
}

/**
 * Accepts numbers.
 *
 * @param low The least number; any finite one by default.
 * @param high The greatest.
 */
export function number(
  low: number = -Number.MAX_VALUE,
  high: number = Number.MAX_VALUE,
): Schema<number> {
  const expected = `a number${rangeText(low, high)}`;
  return {
    json: { type: "number", ...range(low, high) },
    read(value, pointer) {
      if (typeof value !== "number") throw wrongType(pointer, value, expected);
      if (value >= low && value <= high) return value;
      throw outOfRange(pointer, value, expected);
    },
  };
}

/**
 * Accepts whole numbers.
 *
 * @param low The least number.
 * @param high The greatest.
 */
export function integer(low: number, high: number): Schema<number> {
  const expected = `a whole number${rangeText(low, high)}`;
  return {
    json: { type: "integer", ...range(low, high) },
    read(value, pointer) {
      if (!Number.isInteger(value)) throw wrongType(pointer, value, expected);
      const whole = value as number;
      if (whole >= low && whole <= high) return whole;
      throw outOfRange(pointer, value, expected);
    },
  };
}

/**
 * Accepts one of several values.
 *
 * @param values The values.
 */
export function oneOf<const T extends string | number | boolean>(
  ...values: readonly T[]
): Schema<T> {
  return {
    json: { enum: values },
    read(value, pointer) {
      if (values.includes(value as T)) return value as T;
      const expected = values.map(describe).join(" or ");
      throw wrongType(pointer, value, expected);
    },
  };
}

/** How long a list may be, and what its elements are called in errors. */
export interface ListLimits {
  /** The least length. */
  readonly least: number;
  /** The greatest length. */
  readonly most: number;
  /** The elements, in the plural. */
  readonly what: string;
}

/**
 * Accepts lists.
 *
 * @param item Checks each element.
 * @param limits How long the list may be.
 */
export function list<T>(item: Schema<T>, limits: ListLimits): Schema<T[]> {
  return {
    json: listJson(item.json, limits),
    read: (value, pointer) =>
      checkList(value, pointer, limits)
        .map((element, index) => item.read(element, `${pointer}/${index}`)),
  };
}

/**
 * Accepts lists of numbers. A pointer is built only for an invalid element,
 * because a drawing has tens of thousands of them.
 *
 * @param low The least number.
 * @param high The greatest.
 * @param limits How long the list may be.
 */
export function numbers(
  low: number,
  high: number,
  limits: ListLimits,
): Schema<readonly number[]> {
  const item = number(low, high);
  return {
    json: listJson(item.json, limits),
    read(value, pointer) {
      const elements = checkList(value, pointer, limits);
      for (let i = 0; i < elements.length; i++) {
        const element = elements[i];
        if (typeof element === "number" && element >= low && element <= high) {
          continue;
        }
        item.read(element, `${pointer}/${i}`);
      }
      return elements as readonly number[];
    },
  };
}

/**
 * Accepts what any of several schemas accepts.
 *
 * @param schemas The schemas.
 * @param choose Chooses the one that a value must satisfy, so that an error
 * names what is wrong with it; may throw as a schema does.
 */
export function either<T>(
  schemas: readonly Schema<T>[],
  choose: (value: unknown, pointer: string) => Schema<T>,
): Schema<T> {
  return {
    json: { anyOf: schemas.map(({ json }) => json) },
    read: (value, pointer) => choose(value, pointer).read(value, pointer),
  };
}

function checkList(
  value: unknown,
  pointer: string,
  { least, most, what }: ListLimits,
): readonly unknown[] {
  const length = least === most ? `${least}` : `${least} to ${most}`;
  const expected = `a list of ${length} ${what}`;
  if (!Array.isArray(value)) throw wrongType(pointer, value, expected);
  if (value.length >= least && value.length <= most) return value;
  throw outOfRange(pointer, value, expected);
}

function listJson(items: JsonSchema, { least, most }: ListLimits): JsonSchema {
  return { type: "array", items, minItems: least, maxItems: most };
}

function rangeText(low: number, high: number): string {
  return high === Number.MAX_VALUE ? "" : ` from ${low} to ${high}`;
}

function range(low: number, high: number): JsonSchema {
  return high === Number.MAX_VALUE ? {} : { minimum: low, maximum: high };
}
