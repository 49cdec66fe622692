/**
 * Folds batch norm into the preceding weights, for inference.
 *
 * @module
 */

import {
  isWeighted,
  type NetworkDescription,
} from "../../src/network/description.ts";
import { BATCH_NORM_EPSILON } from "../../src/network/numbers.ts";

/** A network without batch norm, with its weights and biases by name. */
export interface FloatModel {
  /** None of its layers has batch norm. */
  readonly description: NetworkDescription;
  /** `<layer>.weight` and `<layer>.bias`, row-major. */
  readonly tensors: ReadonlyMap<string, Float32Array>;
}

/**
 * Folds every batch norm: with `s = gamma / sqrt(variance + epsilon)`, the
 * weights become `weight * s` and the bias `beta - mean * s`
 * (Jacob et al. 2018, arXiv 1712.05877, section 3.2).
 *
 * @param tensors Values by parameter name, batch-norm statistics included.
 * @throws {TypeError} if a parameter is missing.
 */
export function foldBatchNorm(
  network: NetworkDescription,
  tensors: ReadonlyMap<string, Float32Array>,
): FloatModel {
  const folded = new Map<string, Float32Array>();
  const get = (name: string): Float32Array => {
    const found = tensors.get(name);
    if (found === undefined) {
      throw new TypeError(`network "${network.name}" lacks the tensor ${name}`);
    }
    return found;
  };
  for (const layer of network.layers) {
    if (!isWeighted(layer)) continue;
    const weight = get(`${layer.name}.weight`);
    if (!layer.batchNorm) {
      folded.set(`${layer.name}.weight`, weight);
      folded.set(`${layer.name}.bias`, get(`${layer.name}.bias`));
      continue;
    }
    const mean = get(`${layer.name}.moving_mean`);
    const variance = get(`${layer.name}.moving_variance`);
    const gamma = get(`${layer.name}.gamma`);
    const scale = gamma.map((value, channel) =>
      value / Math.sqrt(variance[channel]! + BATCH_NORM_EPSILON)
    );
    // The output channel is the last axis, so it varies fastest.
    folded.set(
      `${layer.name}.weight`,
      weight.map((value, i) => value * scale[i % scale.length]!),
    );
    folded.set(
      `${layer.name}.bias`,
      get(`${layer.name}.beta`).map((value, channel) =>
        value - mean[channel]! * scale[channel]!
      ),
    );
  }
  return {
    description: {
      ...network,
      layers: network.layers.map((layer) =>
        isWeighted(layer) ? { ...layer, batchNorm: false } : layer
      ),
    },
    tensors: folded,
  };
}
