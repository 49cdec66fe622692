/**
 * Reads a query strictly: unknown names and values are refused, never ignored.
 *
 * @module
 */

import type { Context } from "hono";
import type { JsonSchema } from "../json/schema.ts";
import { type FieldError, Problem } from "./problem.ts";

/** Parses one value. */
export interface ValueReader<T> {
  /** JSON Schema of the accepted values. */
  readonly json: JsonSchema;
  /** Reads a value; a RangeError says what was found and what is expected. */
  readonly read: (text: string) => T;
}

/** The allowed names of a query, with the reader of each value. */
export type QueryReaders = Readonly<Record<string, ValueReader<unknown>>>;

/** The values of a query, by name. */
export type QueryValues<R extends QueryReaders> = {
  -readonly [Name in keyof R]?: R[Name] extends ValueReader<infer T> ? T
    : never;
};

/**
 * The query of a request.
 *
 * @param c The request's context.
 */
export function queryOf(c: Context): URLSearchParams {
  return new URLSearchParams(searchOf(c));
}

/**
 * The query of a request as it was sent, with its question mark; empty if it
 * has none. It is cut out of the text, because an odd `Host` makes a request's
 * address an invalid URL.
 *
 * @param c The request's context.
 */
export function searchOf(c: Context): string {
  const { url } = c.req;
  const start = url.indexOf("?");
  return start < 0 ? "" : url.slice(start);
}

/**
 * Reads a query.
 *
 * @param query The parameters of a URL.
 * @param readers The allowed names and their readers.
 * @returns The values of the names in the query.
 * @throws {Problem} 400 naming every unknown, repeated or wrong parameter.
 *
 * @example
 * ```ts
 * import { integer, readQuery } from "./query.ts";
 * import assert from "node:assert/strict";
 *
 * const query = new URLSearchParams("digit=7");
 * assert.deepEqual(readQuery(query, { digit: integer(0, 9) }), { digit: 7 });
 * ```
 */
export function readQuery<R extends QueryReaders>(
  query: URLSearchParams,
  readers: R,
): QueryValues<R> {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, text] of query) {
    const pointer = `/query/${escapePointer(name)}`;
    if (!Object.hasOwn(readers, name)) {
      const names = Object.keys(readers).join(", ");
      const known = names === "" ? "none is supported" : `supported: ${names}`;
      errors.push({ pointer, detail: `is not a known name; ${known}` });
    } else if (Object.hasOwn(values, name)) {
      errors.push({ pointer, detail: "is given more than once" });
    } else {
      try {
        values[name] = readers[name]!.read(text);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        errors.push({ pointer, detail: error.message });
      }
    }
  }
  if (errors.length > 0) {
    const { pointer, detail } = errors[0]!;
    throw new Problem(400, `${pointer} ${detail}`, {
      errors: errors.slice(0, MAX_ERRORS),
    });
  }
  return values as QueryValues<R>;
}

/** Maximum errors per answer; a hostile query could have thousands. */
const MAX_ERRORS = 10;

/**
 * Creates a reader of decimal integers.
 *
 * @param low The minimum, at least 0.
 * @param high The maximum.
 */
export function integer(low: number, high: number): ValueReader<number> {
  return {
    json: { type: "integer", minimum: low, maximum: high },
    read(text) {
      const value = Number(text);
      if (/^\d{1,15}$/.test(text) && value >= low && value <= high) {
        return value;
      }
      throw new RangeError(
        `is ${quote(text)}, expected a whole number from ${low} to ${high}`,
      );
    },
  };
}

/**
 * Creates a reader of decimal numbers. It accepts exponents, because many
 * languages write small numbers such as 1e-7 with one.
 *
 * @param low The minimum, at least 0.
 * @param high The maximum.
 */
export function decimal(low: number, high: number): ValueReader<number> {
  return {
    json: { type: "number", minimum: low, maximum: high },
    read(text) {
      const value = Number(text);
      if (
        /^(\d{1,15}(\.\d{0,17})?|\.\d{1,17})(e-\d{1,3})?$/.test(text) &&
        value >= low && value <= high
      ) return value;
      throw new RangeError(
        `is ${quote(text)}, expected a number from ${low} to ${high}`,
      );
    },
  };
}

/**
 * Creates a reader of one of several words.
 *
 * @param words The allowed words.
 */
export function oneOf<const T extends string>(
  ...words: readonly T[]
): ValueReader<T> {
  return {
    json: { type: "string", enum: words },
    read(text) {
      const word = words.find((candidate) => candidate === text);
      if (word !== undefined) return word;
      throw new RangeError(
        `is ${quote(text)}, expected ${words.join(" or ")}`,
      );
    },
  };
}

/** Reads `true` and `false`. */
export const boolean: ValueReader<boolean> = {
  json: { type: "boolean" },
  read: (text) => oneOf("true", "false").read(text) === "true",
};

/**
 * A name as a segment of a JSON pointer (RFC 6901), shortened if it is long.
 */
function escapePointer(name: string): string {
  return shorten(name).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A quoted value, shortened if it is long. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text));
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40).toWellFormed()}…` : text;
}
