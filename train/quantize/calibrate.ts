/**
 * Measures a network's activations, to choose their ranges.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import type { Layer } from "../../src/network/description.ts";
import type { FloatNetwork } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";
import { ActivationHistogram } from "./clip.ts";
import type { ActivationRange } from "./activation_range.ts";

/**
 * Runs a network over the batches twice, first for the largest values and then
 * for their histograms, and chooses a range for each layer that needs one.
 *
 * @param network A trained network, batch norm folded.
 * @param batches Inputs as in training, each `[batch, ...inputShape]`.
 * @returns Ranges by layer name, for every layer with a ReLU and every global
 *   average pool.
 */
export async function calibrate(
  network: FloatNetwork,
  batches: readonly tf.Tensor[],
): Promise<Map<string, ActivationRange>> {
  const largest = new Map<string, number>();
  await eachActivation(network, batches, (name, values) => {
    let most = largest.get(name) ?? 0;
    for (const value of values) if (value > most) most = value;
    largest.set(name, most);
  });
  const histograms = new Map(
    [...largest].map(([name, most]) => [name, new ActivationHistogram(most)]),
  );
  await eachActivation(
    network,
    batches,
    (name, values) => histograms.get(name)!.add(values),
  );
  return new Map(
    [...histograms].map((
      [name, histogram],
    ) => [name, { min: 0, max: histogram.bestUpperEnd() }]),
  );
}

async function eachActivation(
  network: FloatNetwork,
  batches: readonly tf.Tensor[],
  see: (name: string, values: Float32Array) => void,
): Promise<void> {
  for (const batch of batches) {
    const outputs = new Map<string, tf.Tensor>();
    const last = network.run(batch, {
      onLayer: (layer, output) => {
        if (hasRange(layer)) {
          outputs.set(layer.name, tf.keep(output.clone()));
        }
      },
    });
    last.dispose();
    for (const [name, output] of outputs) {
      see(name, await readValues(output));
      output.dispose();
    }
  }
}

function hasRange(layer: Layer): boolean {
  return layer.type === "global_average_pool" ||
    ((layer.type === "conv2d" || layer.type === "dense") &&
      layer.activation === "relu");
}
