/**
 * Reads and writes safetensors, the file format of our models
 * (https://github.com/huggingface/safetensors, "Format").
 *
 * A file is eight bytes of header length, a JSON header, then the tensors' bytes
 * without a gap. The reader trusts nothing in it: whatever the header claims is
 * checked before a byte of a tensor is looked at. This file knows nothing of
 * networks or of what a tensor means.
 *
 * @module
 */

import { duplicateKey } from "./json_keys.ts";

/** Element types that our models use; all little-endian. */
export type TensorType = "I8" | "U8" | "I32" | "F32";

/** A tensor's elements, row-major. */
export type TensorData = Int8Array | Uint8Array | Int32Array | Float32Array;

/** One tensor: its data's class tells its type. */
export interface Tensor<D extends TensorData = TensorData> {
  /** Its sides; none for a single number. */
  readonly shape: readonly number[];
  /** Its elements, as many as the product of the sides. */
  readonly data: D;
}

/** What a safetensors file holds. */
export interface Safetensors {
  /** By name. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The `__metadata__` of the header: strings by name. */
  readonly metadata: ReadonlyMap<string, string>;
}

/** Longest header that is read, in bytes; ours have a few thousand. */
export const MAX_HEADER_BYTES = 1 << 20;

const LENGTH_BYTES = 8;
const ALIGNMENT = 8;
const METADATA = "__metadata__";
const ELEMENT_BYTES = { I8: 1, U8: 1, I32: 4, F32: 4 } as const;

interface Entry {
  readonly name: string;
  readonly dtype: TensorType;
  readonly shape: readonly number[];
  readonly begin: number;
  readonly end: number;
}

/**
 * Reads a safetensors file. Tensors are views into `bytes`, not copies (unless
 * `bytes` itself begins at an odd address; then all of it is copied once).
 *
 * @throws {SyntaxError} if the header is not the JSON that the format asks for.
 * @throws {RangeError} if a length, an offset or a shape does not fit the file.
 * @throws {TypeError} if a tensor's element type is none of ours.
 *
 * @example
 * ```ts
 * import { readSafetensors, writeSafetensors } from "./safetensors.ts";
 * import assert from "node:assert/strict";
 *
 * const bytes = writeSafetensors({
 *   tensors: new Map([["a", { shape: [2], data: Int8Array.of(1, -1) }]]),
 *   metadata: new Map([["made by", "an example"]]),
 * });
 * const { tensors, metadata } = readSafetensors(bytes);
 * assert.deepEqual(tensors.get("a")?.data, Int8Array.of(1, -1));
 * assert.equal(metadata.get("made by"), "an example");
 * ```
 */
export function readSafetensors(bytes: Uint8Array): Safetensors {
  if (bytes.byteOffset % ALIGNMENT !== 0) bytes = bytes.slice();
  const header = readHeader(bytes);
  const dataStart = bytes.byteOffset + LENGTH_BYTES + header.length;
  const dataLength = bytes.length - LENGTH_BYTES - header.length;

  const metadata = new Map<string, string>();
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(header.fields)) {
    if (name === METADATA) readMetadata(value, metadata);
    else entries.push(readEntry(name, value));
  }
  requireTiling(entries, dataLength);

  const tensors = new Map<string, Tensor>();
  for (const { name, dtype, shape, begin, end } of entries) {
    const size = ELEMENT_BYTES[dtype];
    const address = dataStart + begin;
    if (address % size !== 0) {
      throw new RangeError(
        `tensor "${name}" begins at byte ${begin} of the data, expected a multiple of ${size}`,
      );
    }
    const data = view(dtype, bytes.buffer, address, (end - begin) / size);
    tensors.set(name, { shape, data });
  }
  return { tensors, metadata };
}

/**
 * Writes a safetensors file. The same content gives the same bytes, in
 * whatever order it was put into the maps.
 *
 * @throws {RangeError} if a tensor's shape does not fit its data.
 */
export function writeSafetensors(file: Safetensors): Uint8Array<ArrayBuffer> {
  // Wide elements first, so that every tensor is aligned with no gap between.
  const ordered = [...file.tensors].sort(([a, { data: x }], [b, { data: y }]) =>
    y.BYTES_PER_ELEMENT - x.BYTES_PER_ELEMENT || (a < b ? -1 : 1)
  );
  const names = [...file.metadata.keys()].sort();
  const fields: Record<string, unknown> = Object.create(null);
  fields[METADATA] = Object.fromEntries(
    names.map((name) => [name, file.metadata.get(name)]),
  );
  let offset = 0;
  for (const [name, { shape, data }] of ordered) {
    requireSize(name, shape, data.length);
    const end = offset + data.byteLength;
    fields[name] = {
      dtype: typeOf(data),
      shape,
      data_offsets: [offset, end],
    };
    offset = end;
  }
  const json = new TextEncoder().encode(JSON.stringify(fields));
  const headerLength = Math.ceil(json.length / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(LENGTH_BYTES + headerLength + offset);
  new DataView(bytes.buffer).setUint32(0, headerLength, true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + headerLength);
  bytes.set(json, LENGTH_BYTES);
  let position = LENGTH_BYTES + headerLength;
  for (const [, { data }] of ordered) {
    bytes.set(
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
      position,
    );
    position += data.byteLength;
  }
  return bytes;
}

function readHeader(
  bytes: Uint8Array,
): { fields: Record<string, unknown>; length: number } {
  if (bytes.length < LENGTH_BYTES) {
    throw new RangeError(
      `a safetensors file has at least ${LENGTH_BYTES} bytes, found ${bytes.length}`,
    );
  }
  const lengths = new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES);
  const length = Number(lengths.getBigUint64(0, true));
  const most = Math.min(MAX_HEADER_BYTES, bytes.length - LENGTH_BYTES);
  if (length > most) {
    throw new RangeError(
      `safetensors header claims ${length} bytes, expected at most ${most}`,
    );
  }
  const text = decodeUtf8(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch (error) {
    throw new SyntaxError("safetensors header is not JSON", { cause: error });
  }
  if (!isObject(fields)) {
    throw new SyntaxError("safetensors header is not a JSON object");
  }
  const twice = duplicateKey(text);
  if (twice !== undefined) {
    throw new SyntaxError(`safetensors header names "${twice}" twice`);
  }
  return { fields, length };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SyntaxError("safetensors header is not UTF-8", { cause: error });
  }
}

function readMetadata(value: unknown, into: Map<string, string>): void {
  if (!isObject(value)) {
    throw new SyntaxError(`${METADATA} is not a JSON object`);
  }
  for (const [name, text] of Object.entries(value)) {
    if (typeof text !== "string") {
      throw new SyntaxError(
        `${METADATA} "${name}" is ${typeof text}, expected a string`,
      );
    }
    into.set(name, text);
  }
}

function readEntry(name: string, value: unknown): Entry {
  if (!isObject(value)) {
    throw new SyntaxError(`tensor "${name}" is not described by an object`);
  }
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== "string" || !Object.hasOwn(ELEMENT_BYTES, dtype)) {
    throw new TypeError(
      `tensor "${name}" has dtype ${JSON.stringify(dtype)}, expected one of ` +
        Object.keys(ELEMENT_BYTES).join(", "),
    );
  }
  if (!isSizes(shape)) {
    throw new SyntaxError(
      `tensor "${name}" has shape ${JSON.stringify(shape)}, expected sizes`,
    );
  }
  if (!isSizes(offsets) || offsets.length !== 2) {
    throw new SyntaxError(
      `tensor "${name}" has data_offsets ${JSON.stringify(offsets)}, ` +
        `expected [begin, end]`,
    );
  }
  const [begin, end] = offsets as [number, number];
  const bytes = ELEMENT_BYTES[dtype as TensorType];
  requireSize(name, shape, (end - begin) / bytes);
  return { name, dtype: dtype as TensorType, shape, begin, end };
}

/** The tensors, in the order of their offsets, must fill the data exactly. */
function requireTiling(entries: readonly Entry[], dataLength: number): void {
  let offset = 0;
  const ordered = entries.toSorted((a, b) =>
    a.begin - b.begin || a.end - b.end
  );
  for (const { name, begin, end } of ordered) {
    if (begin !== offset) {
      throw new RangeError(
        `tensor "${name}" begins at byte ${begin} of the data, expected ${offset}`,
      );
    }
    offset = end;
  }
  if (offset !== dataLength) {
    throw new RangeError(
      `the tensors end at byte ${offset} of the data, the file at ${dataLength}`,
    );
  }
}

function requireSize(
  name: string,
  shape: readonly number[],
  elements: number,
): void {
  const wanted = shape.reduce((product, side) => product * side, 1);
  if (wanted !== elements) {
    throw new RangeError(
      `tensor "${name}" of shape [${shape.join(", ")}] has ${elements} ` +
        `elements, expected ${wanted}`,
    );
  }
}

function typeOf(data: TensorData): TensorType {
  if (data instanceof Int8Array) return "I8";
  if (data instanceof Uint8Array) return "U8";
  return data instanceof Int32Array ? "I32" : "F32";
}

function view(
  dtype: TensorType,
  buffer: ArrayBufferLike,
  address: number,
  length: number,
): TensorData {
  switch (dtype) {
    case "I8":
      return new Int8Array(buffer, address, length);
    case "U8":
      return new Uint8Array(buffer, address, length);
    case "I32":
      return new Int32Array(buffer, address, length);
    case "F32":
      return new Float32Array(buffer, address, length);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) &&
    value.every((side) => Number.isSafeInteger(side) && side >= 0);
}
