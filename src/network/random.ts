/**
 * Repeatable random numbers, identical in every JavaScript engine: only integer
 * arithmetic and exact IEEE 754 operations, no `Math.log` or `Math.sin`, whose
 * last bit may differ.
 *
 * @module
 */

/**
 * A stream of random numbers: xoshiro128** 1.1 (Blackman and Vigna 2018, arXiv
 * 1805.01407), seeded by hashing a list of integers.
 *
 * Naming a stream by several integers (seed, epoch, index, …) makes every part
 * of a computation repeatable on its own: the thousandth image does not require
 * replaying the others.
 *
 * @example
 * ```ts
 * import { Random } from "./random.ts";
 * import assert from "node:assert/strict";
 *
 * const first = new Random(1, 2);
 * const again = new Random(1, 2);
 * assert.equal(first.uint32(), again.uint32());
 * ```
 */
export class Random {
  readonly #state = new Uint32Array(4);

  /**
   * Starts the stream with this name.
   *
   * @param keys Integers that name the stream, in order; 32 bits of each are
   *   used.
   */
  constructor(...keys: number[]) {
    let hash = 0x9e3779b9;
    for (const key of keys) hash = mix32((hash ^ key) + 0x9e3779b9);
    for (let i = 0; i < 4; i++) {
      hash = (hash + 0x9e3779b9) >>> 0;
      this.#state[i] = mix32(hash);
    }
    // xoshiro never leaves the all-zero state.
    if (this.#state.every((word) => word === 0)) this.#state[0] = 1;
  }

  /** The next integer, uniform in [0, 2^32). */
  uint32(): number {
    const s = this.#state;
    // Not destructured: that would go through the typed array's iterator, which
    // is ten times slower.
    const s0 = s[0]!, s1 = s[1]!, s2 = s[2]!, s3 = s[3]!;
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    s[2] = s2 ^ s0;
    s[3] = s3 ^ s1;
    s[1] = s1 ^ s[2]!;
    s[0] = s0 ^ s[3]!;
    s[2] = s[2]! ^ (s1 << 9);
    s[3] = rotateLeft(s[3]!, 11);
    return result;
  }

  /** The next number, uniform in [0, 1), a multiple of 2^-32. */
  uniform(): number {
    return this.uint32() / 0x100000000;
  }

  /** The next number, uniform in [low, high). */
  between(low: number, high: number): number {
    return low + (high - low) * this.uniform();
  }

  /**
   * The next integer, uniform in [0, count); the bias is below count / 2^32.
   *
   * @param count From 1 to 2^32.
   */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /**
   * The next number, close to standard normal: the sum of four random bytes,
   * centred and scaled to variance 1 (Irwin-Hall, n = 4). It lies within
   * +-3.46 and takes 1,021 values.
   */
  normal(): number {
    const word = this.uint32();
    const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) +
      (word >>> 24);
    return (sum - FOUR_BYTES_MEAN) / FOUR_BYTES_DEVIATION;
  }

  /** Shuffles a list in place (Fisher-Yates). */
  shuffle(list: { [index: number]: number; length: number }): void {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      const held = list[i]!;
      list[i] = list[j]!;
      list[j] = held;
    }
  }
}

/** Mean of the sum of four uniform bytes. */
const FOUR_BYTES_MEAN = 4 * 127.5;

/** Its standard deviation: the square root of 4 * (256^2 - 1) / 12. */
const FOUR_BYTES_DEVIATION = 147.80054127099805;

/** Scrambles 32 bits ("lowbias32", Wellons 2018, an avalanching hash). */
function mix32(value: number): number {
  let x = value >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

function rotateLeft(word: number, bits: number): number {
  return ((word << bits) | (word >>> (32 - bits))) >>> 0;
}
