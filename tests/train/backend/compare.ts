/**
 * Compares two backends: the same function of the same inputs, every result
 * element by element. Helpers of the tests next to it.
 *
 * @module
 */

import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "../../../train/backend/mod.ts";
import { Random } from "../../../src/network/random.ts";

/** An input of a comparison: its shape and its elements. */
export interface Input {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Random, nearly standard normal numbers of a shape. */
export function randomInput(
  seed: number,
  shape: readonly number[],
): Input {
  const random = new Random(seed, shape.length, ...shape);
  const size = shape.reduce((product, side) => product * side, 1);
  return {
    shape,
    values: Float32Array.from({ length: size }, () => random.normal()),
  };
}

/** Computes on one backend, and checks that no tensor leaks. */
export async function computeOn(
  backend: BackendName,
  inputs: readonly Input[],
  compute: (...tensors: tf.Tensor[]) => tf.Tensor[],
): Promise<Input[]> {
  await initBackend(backend);
  const before = tf.memory().numTensors;
  const tensors = inputs.map(({ shape, values }) =>
    tf.tensor(values.slice(), [...shape])
  );
  const results = tf.tidy(() => compute(...tensors));
  const numbers = results.map((result) => ({
    shape: result.shape,
    values: Float32Array.from(result.dataSync()),
  }));
  tf.dispose([...tensors, ...results]);
  assert.equal(tf.memory().numTensors, before, "leaked tensors");
  return numbers;
}

/**
 * Asserts that a function returns the same on WASM as on the CPU backend,
 * within `tolerance` of the largest element of each result.
 */
export async function assertSameAsCpu(
  name: string,
  inputs: readonly Input[],
  compute: (...tensors: tf.Tensor[]) => tf.Tensor[],
  tolerance = 1e-4,
): Promise<void> {
  const expected = await computeOn("cpu", inputs, compute);
  const found = await computeOn("wasm", inputs, compute);
  assert.equal(found.length, expected.length);
  expected.forEach((result, i) => {
    assert.deepEqual(found[i]!.shape, result.shape, `${name}, shape ${i}`);
    assertClose(
      `${name}, result ${i}`,
      found[i]!.values,
      result.values,
      tolerance,
    );
  });
}

/** Asserts that two arrays agree within `tolerance` of the largest element. */
export function assertClose(
  name: string,
  found: Float32Array,
  expected: Float32Array,
  tolerance: number,
): void {
  const largest = expected.reduce((top, v) => Math.max(top, Math.abs(v)), 1e-3);
  found.forEach((value, i) => {
    const error = Math.abs(value - expected[i]!) / largest;
    // In this form NaN fails.
    if (!(error <= tolerance)) {
      assert.fail(
        `${name}: [${i}] is ${value}, expected ${
          expected[i]
        } (off by ${error})`,
      );
    }
  });
}
