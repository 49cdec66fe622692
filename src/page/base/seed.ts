/**
 * Seeds that people type, read out and share.
 *
 * @module
 */

import { MAX_SEED } from "../../contract/samples.ts";

/**
 * Parses a typed seed.
 *
 * @param text The content of the field.
 * @returns The seed, or null if the text is not a whole number from 0 to
 *   {@linkcode MAX_SEED}.
 */
export function seedFromText(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,10}$/.test(trimmed) && Number(trimmed) <= MAX_SEED
    ? Number(trimmed)
    : null;
}

/** Draws a seed that is short enough to dictate: 0 to 999,999. */
export function randomSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000;
}
