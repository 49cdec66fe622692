/**
 * The image path's kernels in WebAssembly, and the memory that they work in.
 *
 * The memory is room to work in and nothing else: whoever calls a kernel writes
 * what it takes and reads what it gives before anybody else can call one, and
 * nothing is kept from call to call. It is loaded with the first picture.
 *
 * @module
 */

import { KERNEL_BYTES } from "./kernel_bytes.ts";

/** Longest side of a picture that kernels are given whole. */
export const KERNEL_SIDE = 256;

/** Where the room for data begins. */
export const ROOM = 1024;

const PAGE_BYTES = 1 << 16;
const PAGES = 16;

/** Addresses are offsets in the memory; see the sources in kernels/. */
export interface Kernels {
  /** The checksum that sums come to. */
  adler32(...addressesAndSizes: number[]): number;
  /** Means over squares of the fine grid. */
  average(...addressesAndSizes: number[]): void;
  /** Sums of a checksum, of no bytes yet. */
  beginSums(...addressesAndSizes: number[]): void;
  /** Canvas rows to grey. */
  canvasRows(...addressesAndSizes: number[]): number;
  /** Highest or lowest values of windows. */
  extremes(...addressesAndSizes: number[]): void;
  /** Stretches of ink within rows. */
  findRuns(...addressesAndSizes: number[]): number;
  /** Means of two by two pixels. */
  halve(...addressesAndSizes: number[]): void;
  /** How often each level occurs. */
  histogram(...addressesAndSizes: number[]): void;
  /** A zlib stream inflated. */
  inflate(...addressesAndSizes: number[]): number;
  /** Dark and light turned round. */
  invert(...addressesAndSizes: number[]): void;
  /** The lightest places of a grid's cells. */
  lightestOfCells(...addressesAndSizes: number[]): void;
  /** Levels by a table. */
  look(...addressesAndSizes: number[]): void;
  /** Area and outline on the fine grid. */
  measure(...addressesAndSizes: number[]): void;
  /** Moments of local contrast, nearly. */
  moments(...addressesAndSizes: number[]): void;
  /** Ink brought to the fine grid. */
  resample(...addressesAndSizes: number[]): void;
  /** Sharp edges, and a frame. */
  sharpen(...addressesAndSizes: number[]): void;
  /** Strokes grown to all sides. */
  widen(...addressesAndSizes: number[]): void;
}

/** The kernels, and views of their memory. */
export interface Kernel {
  /** The functions. */
  readonly run: Kernels;
  /** The memory as bytes. */
  readonly bytes: Uint8Array;
  /** The same as numbers of four bytes. */
  readonly words: Int32Array;
  /** The same as floats. */
  readonly floats: Float32Array;
  /** The same as doubles. */
  readonly doubles: Float64Array;
}

/** The kernels in their memory. */
export const kernel: Kernel = instantiate();

function instantiate(): Kernel {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES });
  const module = new WebAssembly.Module(
    Uint8Array.from(atob(KERNEL_BYTES), (char) => char.charCodeAt(0)),
  );
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return {
    run: exports as unknown as Kernels,
    bytes: new Uint8Array(memory.buffer, 0, PAGES * PAGE_BYTES),
    words: new Int32Array(memory.buffer),
    floats: new Float32Array(memory.buffer),
    doubles: new Float64Array(memory.buffer),
  };
}

/** The next address after `bytes` bytes that vectors can begin at. */
export function after(address: number, bytes: number): number {
  // Kernels may read a vector beyond what they are given.
  return (address + bytes + 31) & ~15;
}

/**
 * Refuses a picture that kernels have no room for.
 *
 * @throws {RangeError} A side is above {@linkcode KERNEL_SIDE}.
 */
export function checkKernelSide(width: number, height: number): void {
  if (width <= KERNEL_SIDE && height <= KERNEL_SIDE) return;
  throw new RangeError(
    `The picture is ${width} x ${height} pixels; ` +
      `it must be reduced to ${KERNEL_SIDE} a side first`,
  );
}
