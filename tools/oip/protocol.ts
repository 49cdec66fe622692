/**
 * A server of the Open Inference Protocol: requests to it, and tensors.
 *
 * @see {@link https://github.com/kserve/open-inference-protocol | Open Inference Protocol}
 * @module
 */

import assert from "node:assert/strict";

/** A tensor in a model's metadata. */
export interface TensorMetadata {
  /** Its name. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: string;
  /** Its shape; -1 is any size. */
  readonly shape: readonly number[];
}

/** A tensor with its elements. */
export interface Tensor extends TensorMetadata {
  /** The elements, row-major, flat or nested. */
  readonly data: readonly unknown[];
}

/** A model's metadata. */
export interface ModelMetadata {
  /** Its name. */
  readonly name: string;
  /** What it takes. */
  readonly inputs: readonly TensorMetadata[];
  /** What it returns. */
  readonly outputs: readonly TensorMetadata[];
}

/** An answer. */
export interface Answer {
  /** Its status. */
  readonly status: number;
  /** Its body, parsed. */
  readonly json: Readonly<Record<string, unknown>>;
}

/** Datatypes of the protocol. */
const DATATYPES = new Set([
  "BOOL",
  ...["8", "16", "32", "64"].flatMap((bits) => [`INT${bits}`, `UINT${bits}`]),
  ...["FP16", "FP32", "FP64", "BYTES"],
]);

/** How long a server may take for an answer, in milliseconds. */
export const PATIENCE = 30_000;

/**
 * Sends a request.
 *
 * @param url The URL.
 * @param body Sent by POST; strings unchanged, anything else as JSON.
 * @throws {AssertionError} if the answer is not a JSON object.
 */
export async function ask(url: string, body?: unknown): Promise<Answer> {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(PATIENCE),
    ...(body === undefined ? {} : {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  });
  const text = await response.text();
  const { status } = response;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    assert.fail(`${status}, and no JSON: ${text.slice(0, 100)}`);
  }
  assert.ok(
    typeof json === "object" && json !== null && !Array.isArray(json),
    `${status}, and no object: ${text.slice(0, 100)}`,
  );
  return { status, json: json as Answer["json"] };
}

/**
 * Checks a list of tensors in a model's metadata.
 *
 * @throws {AssertionError} naming what is wrong.
 */
export function checkTensors(value: unknown, what: string): void {
  assert.ok(Array.isArray(value) && value.length > 0, `${what}: no tensors`);
  for (const { name, datatype, shape } of value) {
    assert.equal(typeof name, "string", `${what}: a tensor without a name`);
    assert.ok(DATATYPES.has(datatype), `${name}: datatype ${datatype}`);
    assert.ok(
      Array.isArray(shape) &&
        shape.every((size) => Number.isInteger(size) && size >= -1),
      `${name}: shape ${JSON.stringify(shape)}`,
    );
  }
}

/**
 * An input of zeros for a model.
 *
 * @param metadata What the model takes.
 * @param batch Replaces every size of -1.
 * @param isNested Whether the elements are nested as the shape is.
 */
export function zeros(
  { name, datatype, shape: sizes }: TensorMetadata,
  batch: number,
  isNested = false,
): Tensor {
  const shape = sizes.map((size) => size === -1 ? batch : size);
  const zero = datatype === "BOOL" ? false : datatype === "BYTES" ? "0" : 0;
  const nested = (depth: number): unknown =>
    depth === shape.length
      ? zero
      : Array.from({ length: shape[depth]! }, () => nested(depth + 1));
  const data = isNested
    ? nested(0) as unknown[]
    : new Array(elements(shape)).fill(zero);
  return { name, datatype, shape, data };
}

/** Elements of a tensor. */
export function elements(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * Checks an answer to a request for inference.
 *
 * @param answer The answer.
 * @param metadata The model's.
 * @param batch The size that replaces -1.
 * @param names The outputs that were asked for.
 * @throws {AssertionError} naming what is wrong.
 */
export function checkInference(
  { status, json }: Answer,
  metadata: ModelMetadata,
  batch: number,
  names: readonly string[] = metadata.outputs.map(({ name }) => name),
): void {
  assert.equal(status, 200, JSON.stringify(json).slice(0, 200));
  assert.equal(json.model_name, metadata.name, "model_name");
  const { outputs } = json;
  checkTensors(outputs, "outputs");
  const tensors = outputs as readonly Tensor[];
  assert.deepEqual(tensors.map(({ name }) => name), names, "outputs");
  for (const { name, datatype, shape, data } of tensors) {
    const known = metadata.outputs.find((output) => output.name === name)!;
    assert.equal(datatype, known.datatype, `${name}: datatype`);
    const expected = known.shape.map((size) => size === -1 ? batch : size);
    assert.deepEqual(shape, expected, `${name}: shape`);
    assert.ok(Array.isArray(data), `${name}: no data`);
    assert.equal(data.flat(Infinity).length, elements(shape), `${name}: data`);
  }
}
