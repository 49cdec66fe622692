/**
 * Reads a tensor's values into JavaScript, on every backend.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { copyOut } from "../backend/mod.ts";

/** A copy of a tensor's values, row-major. */
export async function readValues(
  tensor: tf.Tensor,
): Promise<Float32Array<ArrayBuffer>> {
  const values = new Float32Array(tensor.size);
  await readInto(tensor, values);
  return values;
}

/**
 * Copies a tensor's values, row-major, into an array.
 *
 * WebGPU cannot read synchronously, hence the promise.
 */
export async function readInto(
  tensor: tf.Tensor,
  out: Float32Array,
): Promise<void> {
  if (tf.getBackend() === "webgpu") out.set(await tensor.data());
  else copyOut(tensor, out);
}
