/**
 * Bytes four at a time: most of a page is paper, which can be skipped in words.
 *
 * @module
 */

/** Bytes of a word. */
const WORD = 4;

/**
 * A view of bytes as words.
 *
 * @param bytes Any number of them.
 * @returns As many whole words as there are; none for bytes that are not
 * aligned to words.
 */
export function wordsOf(bytes: Uint8Array): Int32Array {
  const { buffer, byteOffset, length } = bytes;
  return byteOffset % WORD === 0
    ? new Int32Array(buffer, byteOffset, Math.floor(length / WORD))
    : new Int32Array(0);
}

/**
 * A word of four equal bytes.
 *
 * @param byte 0 to 255.
 *
 * @example
 * ```ts
 * import { wordOf, wordsOf } from "./words.ts";
 * import assert from "node:assert/strict";
 *
 * const words = wordsOf(Uint8Array.of(7, 7, 7, 7, 255, 255, 255, 255, 7));
 * assert.deepEqual([...words], [wordOf(7), wordOf(255)]);
 * ```
 */
export function wordOf(byte: number): number {
  return Math.imul(byte, 0x01010101);
}
