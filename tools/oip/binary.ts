/**
 * The binary tensor data extension: a request and an answer whose elements
 * follow the JSON as bytes.
 *
 * @see {@link https://github.com/triton-inference-server/server/blob/main/docs/protocol/extension_binary_data.md | Binary tensor data extension}
 * @module
 */

import assert from "node:assert/strict";
import {
  elements,
  type ModelMetadata,
  PATIENCE,
  type Tensor,
  zeros,
} from "./protocol.ts";

/** Names under which servers list the extension. */
const NAMES = ["binary_tensor_data", "binary_data"];

/** Header with the length of the JSON. */
const LENGTH = "Inference-Header-Content-Length";

/** An output in the JSON of an answer. */
interface DescribedOutput extends Partial<Tensor> {
  readonly parameters?: { readonly binary_data_size?: number };
}

/** Whether a server's metadata names the extension. */
export function hasBinary(extensions: unknown): boolean {
  return Array.isArray(extensions) &&
    extensions.some((name) => NAMES.includes(name));
}

/** Bytes of an element; undefined if elements have different lengths. */
function sizeOf(datatype: string): number | undefined {
  if (datatype === "BOOL") return 1;
  const bits = /\d+$/.exec(datatype)?.[0];
  return bits === undefined ? undefined : Number(bits) / 8;
}

/** The bytes of a tensor of zeros; strings are "0". */
function bytesOf({ datatype, shape }: Tensor): Uint8Array {
  const size = sizeOf(datatype);
  if (size !== undefined) return new Uint8Array(elements(shape) * size);
  const text = [1, 0, 0, 0, "0".charCodeAt(0)];
  return Uint8Array.from(
    { length: elements(shape) * 5 },
    (_, i) => text[i % 5]!,
  );
}

/**
 * Infers one example with bytes in and bytes out.
 *
 * @param url The model's URL.
 * @param metadata The model's.
 * @throws {AssertionError} naming what is wrong.
 */
export async function checkBinary(
  url: string,
  metadata: ModelMetadata,
): Promise<void> {
  const parts = metadata.inputs.map((input) => {
    const { data: _, ...tensor } = zeros(input, 1);
    const bytes = bytesOf(zeros(input, 1));
    const parameters = { binary_data_size: bytes.length };
    return { tensor: { ...tensor, parameters }, bytes };
  });
  const request = JSON.stringify({
    parameters: { binary_data_output: true },
    inputs: parts.map(({ tensor }) => tensor),
  });
  const body = new Blob([request, ...parts.map(({ bytes }) => bytes.slice())]);
  const response = await fetch(`${url}/infer`, {
    method: "POST",
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      "Content-Type": "application/octet-stream",
      [LENGTH]: String(new TextEncoder().encode(request).length),
    },
    body,
  });
  const answer = await response.bytes();
  assert.equal(response.status, 200, `status ${response.status}`);
  const length = Number(response.headers.get(LENGTH));
  assert.ok(length > 0 && length <= answer.length, `${LENGTH}: ${length}`);
  const { outputs } = JSON.parse(
    new TextDecoder().decode(answer.subarray(0, length)),
  ) as { outputs: readonly DescribedOutput[] };
  let total = 0;
  for (const known of metadata.outputs) {
    const output = outputs.find(({ name }) => name === known.name);
    assert.ok(output !== undefined, `no ${known.name}`);
    assert.equal(output.data, undefined, `${known.name}: data`);
    const found = output.parameters?.binary_data_size ?? -1;
    const count = elements(known.shape.map((size) => size === -1 ? 1 : size));
    const size = sizeOf(known.datatype);
    if (size === undefined) assert.ok(found >= 4 * count, known.name);
    else assert.equal(found, count * size, `${known.name}: binary_data_size`);
    total += found;
  }
  assert.equal(total, answer.length - length, "bytes after the JSON");
}
