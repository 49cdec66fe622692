/**
 * Hands out a network's static memory, once, from address 0 up.
 *
 * @module
 */

/** Data that has its place in memory from the start. */
export interface Content {
  /** Where it begins. */
  readonly address: number;
  /** What lies there. */
  readonly data: Int8Array | Uint8Array | Int32Array | Float32Array;
}

/** Everything begins at a multiple of this, and so on a cache line. */
const ALIGNMENT = 64;

/** `size` rounded up to a multiple of `multiple`. */
export function roundUp(size: number, multiple: number): number {
  return Math.ceil(size / multiple) * multiple;
}

/** A memory that is being laid out. Nothing is ever given back. */
export class Arena {
  readonly #contents: Content[] = [];
  #size = 0;

  /** Bytes handed out. */
  get size(): number {
    return this.#size;
  }

  /** What is to be written before the first run. */
  get contents(): readonly Content[] {
    return this.#contents;
  }

  /** The address of `bytes` fresh bytes, which are 0. */
  reserve(bytes: number): number {
    const address = this.#size;
    this.#size += roundUp(bytes, ALIGNMENT);
    return address;
  }

  /** The address where `data` will be. */
  place(data: Content["data"]): number {
    const address = this.reserve(data.byteLength);
    this.#contents.push({ address, data });
    return address;
  }
}
