/**
 * Reads and checks the header of a safetensors file: its claims about the
 * tensors must fit the file.
 *
 * It does not look at the tensors themselves; safetensors.ts does.
 *
 * @module
 */

import { isObject, type JsonObject } from "../json/object.ts";
import { duplicateKey } from "../json/duplicate_key.ts";

/** Element types used by the models; all little-endian. */
export type TensorType = "I8" | "U8" | "I32" | "F32";

/** A header entry: one tensor. */
export interface Entry {
  /** The tensor's name. */
  readonly name: string;
  /** Type of its elements. */
  readonly dtype: TensorType;
  /** Dimensions. */
  readonly shape: readonly number[];
  /** Offset of its first byte from the end of the header. */
  readonly begin: number;
  /** Offset of the byte after its last. */
  readonly end: number;
}

/** A checked header. */
export interface Header {
  /** Its length in bytes, without the length field. */
  readonly length: number;
  /** Strings by name. */
  readonly metadata: ReadonlyMap<string, string>;
  /** The tensors, which fill the rest of the file without gap or overlap. */
  readonly entries: readonly Entry[];
}

/** Maximum header length in bytes; the models' have a few thousand. */
export const MAX_HEADER_BYTES = 1 << 20;

/** Size of the length field in bytes. */
export const LENGTH_BYTES = 8;

/** The header field that is not a tensor. */
export const METADATA = "__metadata__";

/** Size of an element of each type. */
export const ELEMENT_BYTES = { I8: 1, U8: 1, I32: 4, F32: 4 } as const;

/**
 * Reads the header of a file.
 *
 * @param bytes The whole file.
 * @throws {SyntaxError} if it is not JSON of the expected form.
 * @throws {RangeError} if a length, an offset or a shape does not fit the file.
 * @throws {TypeError} if a tensor's element type is not supported.
 */
export function readHeader(bytes: Uint8Array): Header {
  const { fields, length } = parseHeader(bytes);
  const metadata = new Map<string, string>();
  const entries: Entry[] = [];
  for (const [name, value] of Object.entries(fields)) {
    if (name === METADATA) readMetadata(value, metadata);
    else entries.push(readEntry(name, value));
  }
  requireTiling(entries, bytes.length - LENGTH_BYTES - length);
  return { length, metadata, entries };
}

function parseHeader(
  bytes: Uint8Array,
): { fields: JsonObject; length: number } {
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
  // Text that survives a round trip has no duplicate keys. Checking that takes
  // a tenth of the time of searching for them.
  const twice = JSON.stringify(fields) === text.trimEnd()
    ? undefined
    : duplicateKey(text);
  if (twice !== undefined) {
    throw new SyntaxError(`safetensors header has the key "${twice}" twice`);
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

/** Checks that the tensors, ordered by offset, fill the data exactly. */
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

/**
 * Refuses a shape that does not fit the number of elements.
 *
 * @throws {RangeError} if it does not fit.
 */
export function requireSize(
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

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) &&
    value.every((side) => Number.isSafeInteger(side) && side >= 0);
}
