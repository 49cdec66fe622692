/**
 * Inflates a PNG's image data, to no more than its header says they are.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/**
 * The most that a byte of deflate's can stand for: a match of 258 bytes takes
 * two bits.
 */
const MOST_FROM_BYTE = 1032;

/**
 * Inflates to exactly `expected` bytes; anything else is refused, a longer
 * result as soon as it is longer.
 *
 * The runtime's own zlib is called synchronously: the stream that the web has
 * for this takes several times as long for a drawing.
 *
 * @param parts A zlib stream, in the parts that a file holds it in.
 * @param expected Bytes that it must inflate to.
 * @throws {SyntaxError} The stream is damaged, cut short or of another length.
 *
 * @example
 * ```ts
 * import { inflate } from "./inflate.ts";
 * import { deflateSync } from "node:zlib";
 * import assert from "node:assert/strict";
 *
 * const stream = deflateSync(new Uint8Array(100));
 * const parts = [stream.subarray(0, 5), stream.subarray(5)];
 * assert.deepEqual([...inflate(parts, 100)], new Array(100).fill(0));
 * assert.throws(() => inflate([stream], 99), SyntaxError);
 * ```
 */
export function inflate(
  parts: readonly Uint8Array[],
  expected: number,
): Uint8Array {
  const stream = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  // Checked first, so that a few bytes never have a large result made room for.
  const most = MOST_FROM_BYTE * stream.length;
  if (most < expected) throw wrongLength(`at most ${most}`, expected);
  let inflated: Uint8Array;
  try {
    inflated = inflateSync(stream, {
      // One piece, with room to spare so that no second one is asked for.
      chunkSize: expected + 64,
      maxOutputLength: expected,
    });
  } catch (cause) {
    throw new SyntaxError("The PNG's image data are damaged or cut short", {
      cause,
    });
  }
  const { buffer, byteOffset, length } = inflated;
  if (length < expected) throw wrongLength(`${length}`, expected);
  // Not a Buffer, whose parts are slower to take.
  return new Uint8Array(buffer, byteOffset, length);
}

function wrongLength(found: string, expected: number): SyntaxError {
  return new SyntaxError(
    `The PNG's image data are ${found} bytes, not ${expected}`,
  );
}
