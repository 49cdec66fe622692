/**
 * Gets a tensor's values to JavaScript on every backend.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { copyOut } from "../backend/mod.ts";

/** A tensor's values, row-major, in memory of their own. */
export async function readValues(
  tensor: tf.Tensor,
): Promise<Float32Array<ArrayBuffer>> {
  const values = new Float32Array(tensor.size);
  await readInto(tensor, values);
  return values;
}

/**
 * Writes a tensor's values, row-major, to memory that is already there.
 *
 * WebGPU has no synchronous way to read, hence the promise.
 */
export async function readInto(
  tensor: tf.Tensor,
  out: Float32Array,
): Promise<void> {
  if (tf.getBackend() === "webgpu") out.set(await tensor.data());
  else copyOut(tensor, out);
}
