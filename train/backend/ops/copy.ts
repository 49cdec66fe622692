/**
 * Copies between tensors and arrays without allocating, for use at every step:
 * exchanging gradients between workers, feeding batches.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { viewOf, type WasmBackend } from "../wasm.ts";

/**
 * Copies a tensor's elements into an array, which may be a view of a
 * SharedArrayBuffer. Waits for a backend that computes asynchronously.
 *
 * @throws {TypeError} if the array's length differs from the tensor's size.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { copyOut } from "./copy.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const numbers = new Float32Array(2);
 * copyOut(tf.tensor1d([1, 2]), numbers);
 * assert.deepEqual([...numbers], [1, 2]);
 * ```
 */
export function copyOut(
  tensor: tf.Tensor,
  to: Float32Array<ArrayBufferLike>,
): void {
  requireLength(tensor, to);
  if (tf.getBackend() === "wasm") {
    to.set(viewOf(tf.backend() as unknown as WasmBackend, tensor));
  } else {
    to.set(tensor.dataSync());
  }
}

/**
 * Copies an array's elements into a variable.
 *
 * @throws {TypeError} if the array's length differs from the variable's size.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { copyIn } from "./copy.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const variable = tf.variable(tf.zeros([2]));
 * copyIn(Float32Array.of(1, 2), variable);
 * assert.deepEqual([...variable.dataSync()], [1, 2]);
 * ```
 */
export function copyIn(
  from: Float32Array<ArrayBufferLike>,
  variable: tf.Variable,
): void {
  requireLength(variable, from);
  if (tf.getBackend() === "wasm") {
    ownMemory(variable);
    viewOf(tf.backend() as unknown as WasmBackend, variable).set(from);
    return;
  }
  // A copy: a backend may keep the array.
  const values = Float32Array.from(from);
  tf.tidy(() => variable.assign(tf.tensor(values, variable.shape)));
}

/**
 * Gives a variable its own copy of its memory if other tensors share it, so
 * that it can be written in place.
 */
export function ownMemory(variable: tf.Variable): void {
  if (tf.backend().refCount(variable.dataId) === 1) return;
  const { dtype, shape } = variable;
  // Not clone(), which shares memory by design.
  const values = Float32Array.from(variable.dataSync());
  tf.tidy(() => variable.assign(tf.tensor(values, shape, dtype)));
}

function requireLength(
  tensor: tf.Tensor,
  array: Float32Array<ArrayBufferLike>,
): void {
  if (array.length !== tensor.size) {
    throw new TypeError(
      `a tensor of [${tensor.shape.join(", ")}] is ${tensor.size} numbers, ` +
        `found an array of ${array.length}`,
    );
  }
}
