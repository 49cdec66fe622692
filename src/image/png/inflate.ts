/**
 * Decompresses a PNG's image data, up to the size that its header claims.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { type Inflate, inflateSync } from "node:zlib";

/**
 * Maximum bytes per byte of deflate: a match of 258 bytes takes two bits.
 */
const MOST_FROM_BYTE = 1032;

/**
 * Decompresses a stream of exactly `expected` bytes.
 *
 * A longer stream is refused as soon as it exceeds that, so a few bytes never
 * cause a large allocation.
 *
 * @param parts A zlib stream, in parts as stored in the file.
 * @param expected Its decompressed size in bytes.
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
  // Not a Buffer: its subarrays are slower.
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
}

/** The result of `inflateSync` with `info`, which Node's types lack. */
interface Inflated {
  readonly buffer: Buffer;
  /** Its `bytesWritten` counts the compressed bytes that were read. */
  readonly engine: Inflate;
}

function inflateWithInfo(stream: Uint8Array, expected: number): Inflated {
  try {
    return inflateSync(stream, {
      info: true,
      // One chunk, with a margin so that zlib does not start a second one.
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
