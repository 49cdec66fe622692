/**
 * Lays out a network's static memory, once, from address 0 up.
 *
 * @module
 */

/** Data with a fixed place in memory. */
export interface Content {
  /** Address of the first byte. */
  readonly address: number;
  /** The data at that address. */
  readonly data: Int8Array | Uint8Array | Int32Array | Float32Array;
}

/** Every allocation starts at a multiple of this, and so on a cache line. */
const ALIGNMENT = 64;

/** `size` rounded up to a multiple of `multiple`. */
export function roundUp(size: number, multiple: number): number {
  return Math.ceil(size / multiple) * multiple;
}

/** A memory layout under construction. Nothing is ever freed. */
export class Arena {
  readonly #contents: Content[] = [];
  #size = 0;

  /** Bytes allocated so far. */
  get size(): number {
    return this.#size;
  }

  /** Data to write before the first run. */
  get contents(): readonly Content[] {
    return this.#contents;
  }

  /** Allocates `bytes` zeroed bytes and returns their address. */
  reserve(bytes: number): number {
    const address = this.#size;
    this.#size += roundUp(bytes, ALIGNMENT);
    return address;
  }

  /** Allocates room for `data` and returns its address. */
  place(data: Content["data"]): number {
    const address = this.reserve(data.byteLength);
    this.#contents.push({ address, data });
    return address;
  }
}
