/**
 * Runs a trained network in floating point, batch norm folded.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { FloatModel } from "./fold.ts";
import { forward, type ForwardOptions } from "./forward.ts";
import { parameterSpecs } from "./parameters.ts";

/** A folded model's tensors on the backend, for running many batches. */
export class FloatNetwork {
  readonly #model: FloatModel;
  readonly #tensors: Map<string, tf.Tensor>;

  /**
   * Copies the tensors to the backend.
   *
   * @throws {TypeError} if the model lacks a tensor.
   */
  constructor(model: FloatModel) {
    this.#model = model;
    this.#tensors = new Map(
      parameterSpecs(model.description).map(({ name, shape }) => {
        const values = model.tensors.get(name);
        if (values === undefined) {
          throw new TypeError(`${model.description.name} lacks ${name}`);
        }
        return [name, tf.tensor(values, [...shape])];
      }),
    );
  }

  /**
   * Runs a batch.
   *
   * @param input `[batch, ...inputShape]`.
   * @returns `[batch, ...the last layer's shape]`; the caller disposes of it.
   */
  run(
    input: tf.Tensor,
    options: Pick<ForwardOptions, "onLayer"> = {},
  ): tf.Tensor {
    return tf.tidy(() =>
      forward(
        this.#model.description,
        (name) => this.#tensors.get(name)!,
        input,
        options,
      )
    );
  }

  /** Frees the tensors. */
  dispose(): void {
    for (const tensor of this.#tensors.values()) tensor.dispose();
  }
}

/** Runs one batch through a model and frees the model's tensors. */
export function floatModelOutput(
  model: FloatModel,
  input: tf.Tensor,
): tf.Tensor {
  const network = new FloatNetwork(model);
  const output = network.run(input);
  network.dispose();
  return output;
}
