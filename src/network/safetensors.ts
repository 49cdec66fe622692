/**
 * Reads and writes safetensors, the format of the model files
 * (https://github.com/huggingface/safetensors, "Format").
 *
 * A file is eight bytes of header length, a JSON header, then the tensors'
 * bytes without gaps. The reader trusts nothing in it: it checks every claim of
 * the header before it touches a tensor. This file knows nothing about networks
 * or the meaning of a tensor.
 *
 * @module
 */

import {
  ELEMENT_BYTES,
  LENGTH_BYTES,
  METADATA,
  readHeader,
  requireSize,
  type TensorType,
} from "./safetensors_header.ts";

/** A tensor's elements, row-major. */
export type TensorData = Int8Array | Uint8Array | Int32Array | Float32Array;

/** One tensor; the class of its data is its element type. */
export interface Tensor<D extends TensorData = TensorData> {
  /** Dimensions; empty for a scalar. */
  readonly shape: readonly number[];
  /** Elements; as many as the product of the dimensions. */
  readonly data: D;
}

/** The contents of a safetensors file. */
export interface Safetensors {
  /** By name. */
  readonly tensors: ReadonlyMap<string, Tensor>;
  /** The `__metadata__` of the header: strings by name. */
  readonly metadata: ReadonlyMap<string, string>;
}

const ALIGNMENT = 8;

/**
 * Reads a safetensors file. Tensors are views into `bytes`, not copies (unless
 * `bytes` itself is not aligned to 8 bytes; then all of it is copied once).
 *
 * @throws {SyntaxError} if the header is not JSON of the expected form.
 * @throws {RangeError} if a length, an offset or a shape does not fit the file.
 * @throws {TypeError} if a tensor's element type is not supported.
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
  const { metadata, entries } = header;

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
 * Writes a safetensors file. The same contents always produce the same bytes,
 * regardless of the order of the maps.
 *
 * @throws {RangeError} if a tensor's shape does not fit its data.
 */
export function writeSafetensors(file: Safetensors): Uint8Array<ArrayBuffer> {
  // Wide elements first, so that every tensor is aligned without gaps.
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
