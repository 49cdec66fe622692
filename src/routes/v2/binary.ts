/**
 * The binary tensor data extension: after the JSON of a request or an answer
 * come the elements of tensors, little-endian, one tensor after another.
 *
 * @see {@link https://github.com/triton-inference-server/server/blob/main/docs/protocol/extension_binary_data.md | Binary tensor data extension}
 * @module
 */

import { Problem } from "../../http/problem.ts";
import { JsonRangeError, JsonTypeError } from "../../json/error.ts";
import type { OutputTensor } from "./models.ts";
import type { TensorJson } from "./tensor.ts";

/** Bytes that do not share memory between threads. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A body whose JSON is followed by elements. */
export interface BinaryBody {
  /** The JSON. */
  readonly json: Bytes;
  /** What follows it. */
  readonly elements: Bytes;
}

/**
 * Splits a body.
 *
 * @param body The whole body.
 * @param length Bytes of JSON, as the header states them.
 * @throws {Problem} 400 if the body is shorter or the header is not a length.
 */
export function divide(body: Bytes, length: string): BinaryBody {
  const at = Number(length);
  if (!/^\d{1,10}$/.test(length) || at > body.length) {
    throw new Problem(
      400,
      `Inference-Header-Content-Length is ${
        JSON.stringify(length.slice(0, 40))
      }, ` + `expected a length of JSON in the body's ${body.length} bytes`,
    );
  }
  return { json: body.slice(0, at), elements: body.slice(at) };
}

/** Reads the elements of each datatype that an input may have. */
const READERS: Readonly<
  Record<string, { size: number; read(view: DataView, at: number): number }>
> = {
  UINT8: { size: 1, read: (view, at) => view.getUint8(at) },
  INT64: { size: 8, read: (view, at) => Number(view.getBigInt64(at, true)) },
};

/**
 * The only input of a request with its elements, which follow the JSON.
 *
 * @param tensor The input. If it has `data`, nothing may follow.
 * @param elements What follows the JSON.
 * @throws {JsonTypeError | JsonRangeError} if the two do not match.
 */
export function withElements(tensor: TensorJson, elements: Bytes): TensorJson {
  const { data, datatype, parameters: { binary_data_size: size } = {} } =
    tensor;
  const at = "/inputs/0/parameters/binary_data_size";
  if (size === undefined && elements.length === 0) return tensor;
  if (size !== elements.length) {
    throw new JsonRangeError(
      at,
      `is ${JSON.stringify(size)}, expected ${elements.length}, the bytes ` +
        "that follow the JSON",
    );
  }
  if (data !== undefined) {
    throw new JsonTypeError(
      at,
      "is given together with data, expected one of them",
    );
  }
  const reader = READERS[datatype];
  if (reader === undefined || elements.length % reader.size !== 0) {
    throw new JsonRangeError(at, `is ${size}, expected whole elements`);
  }
  const view = new DataView(elements.buffer, elements.byteOffset);
  const count = elements.length / reader.size;
  return {
    ...tensor,
    data: Array.from(
      { length: count },
      (_, i) => reader.read(view, i * reader.size),
    ),
  };
}

/** An answer's outputs, some as bytes. */
export interface BinaryOutputs {
  /**
   * The outputs; those that follow as bytes have their length in place of
   * `data`.
   */
  readonly outputs: readonly object[];
  /** The bytes of those, one after another. */
  readonly elements: readonly Bytes[];
}

/**
 * Moves the elements of outputs behind the JSON.
 *
 * @param outputs The outputs.
 * @param isBinary Whether to move each.
 */
export function moveElements(
  outputs: readonly OutputTensor[],
  isBinary: readonly boolean[],
): BinaryOutputs {
  const elements: Bytes[] = [];
  const described = outputs.map((output, i) => {
    if (!isBinary[i]) return output;
    const { data: _, ...rest } = output;
    const bytes = encode(output);
    elements.push(bytes);
    return { ...rest, parameters: { binary_data_size: bytes.length } };
  });
  return { outputs: described, elements };
}

/** The elements of an output as bytes. */
function encode({ datatype, data }: OutputTensor): Bytes {
  switch (datatype) {
    case "UINT8":
    case "BOOL":
      return Uint8Array.from(data, Number);
    case "INT64":
      return littleEndian(
        8,
        data,
        (view, at, value) => view.setBigInt64(at, BigInt(value), true),
      );
    case "FP64":
      return littleEndian(
        8,
        data,
        (view, at, value) => view.setFloat64(at, Number(value), true),
      );
    case "BYTES":
      return joined(data.map((value) => {
        const text = new TextEncoder().encode(String(value));
        const length = littleEndian(
          4,
          [text.length],
          (view, at, value) => view.setUint32(at, Number(value), true),
        );
        return joined([length, text]);
      }));
  }
  throw new TypeError(`no bytes of a tensor of ${datatype}`);
}

function littleEndian(
  size: number,
  data: OutputTensor["data"],
  write: (view: DataView, at: number, value: OutputTensor["data"][0]) => void,
): Bytes {
  const bytes = new Uint8Array(size * data.length);
  const view = new DataView(bytes.buffer);
  data.forEach((value, i) => write(view, i * size, value));
  return bytes;
}

/** Concatenates parts. */
export function joined(parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(
    parts.reduce((length, part) => length + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
