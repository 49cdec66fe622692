/**
 * Formats durations, short enough for a progress line.
 *
 * @module
 */

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Formats a duration in its two largest units; below a minute, in seconds.
 *
 * @param seconds Not negative; infinity means unknown.
 * @throws {RangeError} If it is negative or not a number.
 *
 * @example
 * ```ts
 * import { formatDuration } from "./durations.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(formatDuration(9.4), "9 s");
 * assert.equal(formatDuration(3 * 60 + 5), "3 min 05 s");
 * assert.equal(formatDuration(2 * 3600 + 61), "2 h 01 min");
 * ```
 */
export function formatDuration(seconds: number): string {
  if (!(seconds >= 0)) {
    throw new RangeError(`${seconds} seconds, expected 0 or more`);
  }
  if (seconds === Infinity) return "unknown";
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole} s`;
  if (whole < HOUR) {
    return `${Math.floor(whole / MINUTE)} min ${two(whole % MINUTE)} s`;
  }
  const minutes = Math.round(whole / MINUTE);
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
