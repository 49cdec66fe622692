/**
 * Parsers of command-line values: text in, a checked number out.
 *
 * @module
 */

import { InvalidArgumentError } from "commander";

/**
 * A reader of integers written in decimal digits. It throws an
 * `InvalidArgumentError` for anything else.
 *
 * @param least The smallest that is allowed.
 * @param most The largest that is allowed.
 *
 * @example
 * ```ts
 * import { integer } from "./values.ts";
 * import assert from "node:assert/strict";
 *
 * const read = integer(1, 1000);
 * assert.equal(read("128"), 128);
 * assert.throws(() => read("12.5"), /expected an integer from 1 to 1000/);
 * ```
 */
export function integer(
  least: number,
  most: number,
): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(
        `expected an integer from ${least} to ${most}`,
      );
    }
    return value;
  };
}

/**
 * A reader of numbers above 0, written as a decimal fraction with or without an
 * exponent. It throws an `InvalidArgumentError` for anything else.
 *
 * @param most The largest that is allowed.
 *
 * @example
 * ```ts
 * import { positive } from "./values.ts";
 * import assert from "node:assert/strict";
 *
 * const read = positive(1);
 * assert.equal(read("2e-4"), 0.0002);
 * assert.throws(() => read("0"), /expected a number above 0, at most 1/);
 * ```
 */
export function positive(most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (
      !/^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) || !(value > 0) ||
      value > most
    ) {
      throw new InvalidArgumentError(
        `expected a number above 0, at most ${most}`,
      );
    }
    return value;
  };
}
