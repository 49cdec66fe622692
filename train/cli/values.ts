/**
 * Values on a command line: one text in, one checked number out.
 *
 * @module
 */

import { InvalidArgumentError } from "commander";

/**
 * Reads an integer written in decimal digits.
 *
 * @param text As typed.
 * @param least The smallest that is allowed.
 * @param most The largest that is allowed.
 * @throws {InvalidArgumentError} If it is anything else.
 *
 * @example
 * ```ts
 * import { parseInteger } from "./values.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parseInteger("128", 1, 1000), 128);
 * assert.throws(() => parseInteger("12.5", 1, 1000), /expected an integer from 1 to 1000/);
 * ```
 */
export function parseInteger(
  text: string,
  least: number,
  most: number,
): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new InvalidArgumentError(
      `expected an integer from ${least} to ${most}`,
    );
  }
  return value;
}

/**
 * Reads a number above 0, written as a decimal fraction with or without an exponent.
 *
 * @param text As typed.
 * @param most The largest that is allowed.
 * @throws {InvalidArgumentError} If it is anything else.
 *
 * @example
 * ```ts
 * import { parsePositive } from "./values.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(parsePositive("2e-4", 1), 0.0002);
 * assert.throws(() => parsePositive("0", 1), /expected a number above 0, at most 1/);
 * ```
 */
export function parsePositive(text: string, most: number): number {
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
}
