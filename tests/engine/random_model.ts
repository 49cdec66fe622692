/**
 * Quantized models with random numbers, for tests and benchmarks.
 *
 * @module
 */

import {
  CODE_MAX,
  sigmoidTable,
  WEIGHT_MAX,
} from "../../src/network/arithmetic.ts";
import type { NetworkDescription } from "../../src/network/description.ts";
import { shapedLayers, shapeSize } from "../../src/network/shapes.ts";
import { packWeights, weightGeometry } from "../../src/network/packing.ts";
import {
  type InputQuantization,
  type QuantizedModel,
  type QuantizedWeights,
  weightedLayers,
} from "../../src/network/quantized.ts";
import { Random } from "../../src/network/random.ts";

/** Options of {@linkcode randomModel}. */
export interface RandomModelOptions {
  readonly seed?: number;
  /** Weights by index; random from -127 to 127 by default. */
  readonly weight?: (index: number) => number;
  readonly input?: InputQuantization;
}

/** Codes without scaling, around 0. */
export const PLAIN_CODES: InputQuantization = {
  encoding: "codes",
  scale: 1 / CODE_MAX,
  zeroPoint: 0,
};

/** A model of a network whose codes spread over their range, more or less. */
export function randomModel(
  description: NetworkDescription,
  options: RandomModelOptions = {},
): QuantizedModel {
  const random = new Random(options.seed ?? 1);
  const weight = options.weight ?? (() => random.below(255) - WEIGHT_MAX);
  const weights = new Map<string, QuantizedWeights>();
  for (const shaped of weightedLayers(description)) {
    const geometry = weightGeometry(shaped);
    const { kernelRows, rowLength, outputs } = geometry;
    const inputs = kernelRows * rowLength;
    const codes = Int8Array.from(
      { length: inputs * outputs },
      (_, index) => weight(index),
    );
    weights.set(shaped.layer.name, {
      weight: packWeights(codes, geometry),
      // Roughly keeps the variance from layer to layer.
      weightScale: Float32Array.from(
        { length: outputs },
        () => random.between(0.5, 1.5) * 2.4 / (WEIGHT_MAX * Math.sqrt(inputs)),
      ),
      bias: Int32Array.from(
        { length: outputs },
        () => random.below(20_000) - 5_000,
      ),
    });
  }
  const scaled = shapedLayers(description).filter(({ layer }) =>
    layer.type === "global_average_pool" ||
    ("activation" in layer && layer.activation === "relu")
  );
  return {
    description,
    input: options.input ?? PLAIN_CODES,
    outputScales: new Map(
      scaled.map(({ layer }) => [layer.name, Math.fround(1 / CODE_MAX)]),
    ),
    weights,
    sigmoidTable: sigmoidTable(),
    metadata: new Map(),
  };
}

/** Random inputs for a model, one after another. */
export function randomInputs(
  model: QuantizedModel,
  count: number,
  seed = 2,
): Uint8Array {
  const random = new Random(seed);
  const most = model.input.encoding === "pixels" ? 256 : CODE_MAX + 1;
  const size = shapeSize(model.description.inputShape);
  return Uint8Array.from({ length: count * size }, () => random.below(most));
}
