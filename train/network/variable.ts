/**
 * Variables that are updated in place.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** A variable with its own memory. */
export function variableOf(
  values: Float32Array,
  shape: readonly number[],
  trainable = false,
): tf.Variable {
  const value = tf.tensor(values, [...shape]);
  // The variable takes over the tensor's memory and is updated in place, so two
  // variables must not start from one tensor.
  const variable = tf.variable(value, trainable);
  value.dispose();
  return variable;
}
