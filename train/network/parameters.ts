/**
 * A network's parameters and their initial values.
 *
 * @module
 */

import {
  isWeighted,
  type NetworkDescription,
  type WeightedLayer,
} from "../../src/network/description.ts";
import {
  type ShapedLayer,
  shapedLayers,
  shapeSize,
} from "../../src/network/shapes.ts";
import { LEAKY_RELU_SLOPE } from "../../src/network/numbers.ts";
import type { Random } from "../../src/network/random.ts";

/** A parameter before it has values. */
export interface ParameterSpec {
  /** `<layer>.<weight, bias, gamma, beta, moving_mean or moving_variance>`. */
  readonly name: string;
  /** Shape of the tensor. */
  readonly shape: readonly number[];
  /**
   * False for batch-norm statistics, which are measured rather than trained.
   */
  readonly trainable: boolean;
  /**
   * Standard deviation of its normally distributed initial values; if 0, `fill`
   * applies.
   */
  readonly deviation: number;
  /** Initial value if the deviation is 0. */
  readonly fill: number;
}

/**
 * Lists a network's parameters, in the order of its layers.
 *
 * Weights start as in He et al. 2015 (arXiv 1502.01852): variance `2 / fan-in`
 * before a ReLU, adjusted for a leaky one's slope.
 *
 * @throws {RangeError} if the layers do not fit each other.
 */
export function parameterSpecs(network: NetworkDescription): ParameterSpec[] {
  return shapedLayers(network).flatMap((shaped) =>
    isWeighted(shaped.layer)
      ? layerSpecs(shaped as ShapedLayer<WeightedLayer>)
      : []
  );
}

/**
 * Draws a network's initial values.
 *
 * @param streamOf Returns the random stream for the parameter at an index of
 *   the list.
 */
export function initialParameters(
  specs: readonly ParameterSpec[],
  streamOf: (place: number) => Random,
): Map<string, Float32Array> {
  return new Map(specs.map((spec, place) => {
    const values = new Float32Array(shapeSize(spec.shape)).fill(spec.fill);
    if (spec.deviation > 0) {
      const random = streamOf(place);
      for (let i = 0; i < values.length; i++) {
        values[i] = random.normal() * spec.deviation;
      }
    }
    return [spec.name, values];
  }));
}

function layerSpecs(
  { layer, inputShape }: ShapedLayer<WeightedLayer>,
): ParameterSpec[] {
  const inputs = inputShape.at(-1)!;
  const isConv = layer.type === "conv2d";
  const outputs = isConv ? layer.filters : layer.units;
  const weightShape = isConv
    ? [layer.kernelSize, layer.kernelSize, inputs, outputs]
    : [inputs, outputs];
  const fanIn = shapeSize(weightShape) / outputs;
  const spec = (
    kind: string,
    fill: number,
    trainable: boolean,
  ): ParameterSpec => ({
    name: `${layer.name}.${kind}`,
    shape: [outputs],
    trainable,
    deviation: 0,
    fill,
  });
  return [
    {
      name: `${layer.name}.weight`,
      shape: weightShape,
      trainable: true,
      deviation: Math.sqrt(activationGain(layer) / fanIn),
      fill: 0,
    },
    ...(layer.batchNorm
      ? [
        spec("gamma", 1, true),
        spec("beta", 0, true),
        spec("moving_mean", 0, false),
        spec("moving_variance", 1, false),
      ]
      : [spec("bias", 0, true)]),
  ];
}

/** Variance that keeps a signal's size through the activation (He et al. 2015, eq. 15). */
function activationGain(layer: WeightedLayer): number {
  switch (layer.activation) {
    case "relu":
      return 2;
    case "leaky_relu":
      return 2 / (1 + LEAKY_RELU_SLOPE ** 2);
    case "linear":
    case "sigmoid":
      return 1;
  }
}
