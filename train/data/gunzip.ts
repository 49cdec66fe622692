/**
 * Inflates .gz files with denoflate (as `@hazae41/foras`), up to a limit,
 * because a small file can inflate to a thousand times its size.
 *
 * @module
 */

import { GzDecoder, initBundledOnce, Memory } from "denoflate";

/** Bytes inflated at a time; deflate makes at most 1,032 times as much of them. */
const CHUNK = 16_384;

/**
 * Inflates a gzip file of one member (RFC 1952).
 *
 * @param name Name of the file, for error messages.
 * @param bytes The file.
 * @param limit Maximum size after inflating, in bytes.
 * @throws {SyntaxError} If it is not gzip, damaged, cut off or followed by other bytes.
 * @throws {RangeError} If it inflates beyond the limit.
 *
 * @example
 * ```ts
 * import { gunzip } from "./gunzip.ts";
 * import { gzipSync } from "node:zlib";
 * import assert from "node:assert/strict";
 *
 * const inflated = await gunzip("a.gz", gzipSync(Uint8Array.of(1, 2, 3)), 1000);
 * assert.deepEqual(inflated, Uint8Array.of(1, 2, 3));
 * ```
 */
export async function gunzip(
  name: string,
  bytes: Uint8Array,
  limit: number,
): Promise<Uint8Array> {
  await initBundledOnce();
  const decoder = new GzDecoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  const keep = (part: Memory) => {
    length += part.len();
    if (length > limit) {
      throw new RangeError(`${name}: inflates to more than ${limit} bytes`);
    }
    // Copied, because the part's own memory is freed.
    parts.push(part.bytes.slice());
  };
  try {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      using chunk = new Memory(bytes.subarray(start, start + CHUNK));
      using part = damaged(name, () => {
        decoder.write(chunk);
        decoder.flush();
        return decoder.read();
      });
      keep(part);
    }
  } catch (error) {
    decoder.free();
    throw error;
  }
  // This also frees the decoder, whether it succeeds or not.
  using last = damaged(name, () => decoder.finish());
  keep(last);
  return joined(parts, length);
}

/** Converts the decoder's errors, which are all about the file, to one kind. */
function damaged(name: string, step: () => Memory): Memory {
  try {
    return step();
  } catch (cause) {
    throw new SyntaxError(
      `${name}: ${(cause as Error).message}, expected one whole gzip member`,
      { cause },
    );
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
