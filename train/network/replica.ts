/**
 * One worker's copy of a network in training: its parameters, Adam's moving
 * averages, and the running average of the parameters.
 *
 * Every worker starts from the same values and applies the same summed
 * gradients, so the copies stay equal to the last bit. Summing gradients is up
 * to the caller.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { NetworkDescription } from "../../src/network/description.ts";
import { shapeSize } from "../../src/network/shapes.ts";
import { adamUpdate, copyIn, emaUpdate } from "../backend/mod.ts";
import type { AdamOptions } from "./adam_options.ts";
import type { BatchStatistics, ParameterLookup } from "./forward.ts";
import { type ParameterSpec, parameterSpecs } from "./parameters.ts";
import { readInto, readValues } from "./read_values.ts";
import { variableOf } from "./variable.ts";

/** Added to the root of the gradient's mean square (Kingma and Ba 2015). */
const ADAM_EPSILON = 1e-8;

interface Slot {
  readonly spec: ParameterSpec;
  readonly size: number;
  /** Offset in the exchanged vector. */
  readonly offset: number;
  /** The running average of the parameter. */
  readonly average: tf.Variable;
  /** Absent for batch-norm statistics, which only have an average. */
  readonly trained?: {
    readonly variable: tf.Variable;
    readonly mean: tf.Variable;
    readonly square: tf.Variable;
  };
}

/** A network in training, on one worker. */
export class Replica {
  /** The network. */
  readonly network: NetworkDescription;
  /** Finds a trained parameter by name, for `forward`. */
  readonly lookup: ParameterLookup;
  /** All trained parameters, for `tf.variableGrads`. */
  readonly variables: tf.Variable[];
  /** Number of elements that {@linkcode pack} writes. */
  readonly exchangeSize: number;
  readonly #slots: Map<string, Slot>;

  /**
   * Copies the initial values to the backend.
   *
   * @param initial Initial values by parameter name, as drawn by
   *   `initialParameters`.
   */
  constructor(
    network: NetworkDescription,
    initial: ReadonlyMap<string, Float32Array>,
  ) {
    this.network = network;
    this.#slots = new Map();
    let offset = 0;
    for (const spec of parameterSpecs(network)) {
      const size = shapeSize(spec.shape);
      const values = initial.get(spec.name)!;
      const zeros = new Float32Array(size);
      this.#slots.set(spec.name, {
        spec,
        size,
        offset,
        average: variableOf(values, spec.shape),
        ...(spec.trainable
          ? {
            trained: {
              variable: variableOf(values, spec.shape, true),
              mean: variableOf(zeros, spec.shape),
              square: variableOf(zeros, spec.shape),
            },
          }
          : {}),
      });
      offset += size;
    }
    this.exchangeSize = offset;
    this.variables = [...this.#slots.values()].flatMap((slot) =>
      slot.trained ? [slot.trained.variable] : []
    );
    this.lookup = (name) => {
      const variable = this.#slots.get(name)?.trained?.variable;
      if (variable === undefined) {
        throw new TypeError(`${network.name} has no trained parameter ${name}`);
      }
      return variable;
    };
  }

  /**
   * Packs gradients and batch statistics into one vector, each multiplied by
   * `share`, and disposes of them.
   *
   * @param gradients By variable name, as `tf.variableGrads` returns them.
   * @param statistics Of every batch-norm layer.
   * @param out Receives `exchangeSize` elements.
   * @param share The microbatch's share of the whole batch.
   */
  async pack(
    gradients: tf.NamedTensorMap,
    statistics: readonly BatchStatistics[],
    out: Float32Array,
    share: number,
  ): Promise<void> {
    const measured = new Map(statistics.flatMap(({ layer, mean, variance }) => [
      [`${layer}.moving_mean`, mean],
      [`${layer}.moving_variance`, variance],
    ]));
    for (const { spec, offset, size, trained } of this.#slots.values()) {
      const tensor = trained
        ? gradients[trained.variable.name]
        : measured.get(spec.name);
      if (tensor === undefined) {
        throw new TypeError(
          `no gradient for ${this.network.name}.${spec.name}`,
        );
      }
      await readInto(tensor, out.subarray(offset, offset + size));
      tensor.dispose();
    }
    if (share !== 1) {
      for (let i = 0; i < out.length; i++) out[i] = out[i]! * share;
    }
  }

  /**
   * Updates all parameters by Adam with decoupled weight decay (Kingma and Ba
   * 2015, arXiv 1412.6980; Loshchilov and Hutter 2019, arXiv 1711.05101).
   *
   * @param total The sum of all microbatches' packed vectors.
   */
  applyGradients(total: Float32Array, options: AdamOptions): void {
    for (const { spec, offset, size, trained } of this.#slots.values()) {
      if (trained === undefined) continue;
      const gradient = tf.tensor(
        total.subarray(offset, offset + size),
        [...spec.shape],
      );
      adamUpdate(trained.variable, gradient, trained.mean, trained.square, {
        learningRate: options.learningRate,
        beta1: options.beta1,
        beta2: options.beta2,
        epsilon: ADAM_EPSILON,
        step: options.step,
        weightDecay: spec.name.endsWith(".weight") ? options.weightDecay : 0,
      });
      gradient.dispose();
    }
  }

  /**
   * Moves the running averages towards the parameters, and those of batch-norm
   * statistics towards this step's measurements.
   *
   * @param total The sum of all microbatches' packed vectors.
   * @param decay Share of the old average that remains.
   */
  updateAverages(total: Float32Array, decay: number): void {
    for (const slot of this.#slots.values()) {
      if (slot.trained) {
        emaUpdate(slot.average, slot.trained.variable, decay);
        continue;
      }
      const measured = tf.tensor(
        total.subarray(slot.offset, slot.offset + slot.size),
        [...slot.spec.shape],
      );
      emaUpdate(slot.average, measured, decay);
      measured.dispose();
    }
  }

  /** The averaged parameters by name, batch-norm statistics included. */
  async averages(): Promise<Map<string, Float32Array>> {
    const values = new Map<string, Float32Array>();
    for (const [name, { average }] of this.#slots) {
      values.set(name, await readValues(average));
    }
    return values;
  }

  /** Everything the next step depends on, by `<network>.<parameter>/<kind>`. */
  async state(): Promise<Map<string, Float32Array>> {
    const state = new Map<string, Float32Array>();
    for (const [key, tensor] of this.#stateTensors()) {
      state.set(key, await readValues(tensor));
    }
    return state;
  }

  /**
   * Restores what {@linkcode state} returned.
   *
   * @throws {TypeError} if a tensor is missing or has the wrong size.
   */
  restore(state: ReadonlyMap<string, Float32Array>): void {
    for (const [key, tensor] of this.#stateTensors()) {
      const values = state.get(key);
      if (values?.length !== tensor.size) {
        throw new TypeError(
          `the checkpoint's ${key} should hold ${tensor.size} numbers, ` +
            `found ${values?.length ?? "none"}`,
        );
      }
      copyIn(values, tensor);
    }
  }

  *#stateTensors(): Generator<[string, tf.Variable]> {
    for (const [name, { average, trained }] of this.#slots) {
      const key = `${this.network.name}.${name}`;
      yield [`${key}/average`, average];
      if (trained === undefined) continue;
      yield [`${key}/value`, trained.variable];
      yield [`${key}/adam_mean`, trained.mean];
      yield [`${key}/adam_square`, trained.square];
    }
  }

  /** Frees every tensor. */
  dispose(): void {
    for (const { average, trained } of this.#slots.values()) {
      average.dispose();
      trained?.variable.dispose();
      trained?.mean.dispose();
      trained?.square.dispose();
    }
  }
}
