/**
 * Decompresses a PNG's image data, to no more than the header claims.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { type Inflate, inflateSync } from "node:zlib";

/**
 * The most bytes that one byte of deflate can stand for: a match of 258 bytes
 * takes two bits.
 */
const MOST_FROM_BYTE = 1032;

/**
 * Decompresses a stream of exactly `expected` bytes.
 *
 * A stream that turns out longer is refused at that point: a few bytes never
 * cost a large allocation.
 *
 * @param parts A zlib stream, in the parts in which a file holds it.
 * @param expected Bytes that it must decompress to.
 * @throws {SyntaxError} The stream is damaged, truncated, of another length, or
 *   followed by other data.
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
  const most = MOST_FROM_BYTE * stream.length;
  if (most < expected) throw wrongLength(`at most ${most}`, expected);
  const { buffer, engine } = inflateWithInfo(stream, expected);
  if (buffer.length < expected) throw wrongLength(`${buffer.length}`, expected);
  if (engine.bytesWritten < stream.length) {
    throw new SyntaxError(
      `The PNG's image data go on for ${
        stream.length - engine.bytesWritten
      } bytes after their end`,
    );
  }
  // Not a Buffer, whose subarrays cost more.
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** What `inflateSync` returns with `info`; Node's types leave it out. */
interface Inflated {
  readonly buffer: Buffer;
  /** Its `bytesWritten` counts the compressed bytes that were used. */
  readonly engine: Inflate;
}

function inflateWithInfo(stream: Uint8Array, expected: number): Inflated {
  try {
    return inflateSync(stream, {
      info: true,
      // A single piece, with room to spare so that zlib needs no second one.
      chunkSize: expected + 64,
      maxOutputLength: expected,
    }) as unknown as Inflated;
  } catch (cause) {
    throw new SyntaxError("The PNG's image data are damaged or truncated", {
      cause,
    });
  }
}

function wrongLength(found: string, expected: number): SyntaxError {
  return new SyntaxError(
    `The PNG's image data are ${found} bytes, not ${expected}`,
  );
}
