/**
 * Computes the size of a network.
 *
 * @module
 */

import {
  isWeighted,
  type NetworkDescription,
} from "../../src/network/description.ts";
import { shapedLayers, shapeSize } from "../../src/network/shapes.ts";

/** A network's weights and biases, batch norm folded, and its work. */
export interface NetworkSize {
  /** Weights and biases. */
  readonly parameters: number;
  /** Multiply-adds for one image, padding counted. */
  readonly multiplyAdds: number;
}

/**
 * Counts a network's parameters and multiply-adds.
 *
 * @throws {RangeError} if its layers do not fit each other.
 */
export function networkSize(network: NetworkDescription): NetworkSize {
  let parameters = 0;
  let multiplyAdds = 0;
  for (const { layer, inputShape, outputShape } of shapedLayers(network)) {
    if (!isWeighted(layer)) continue;
    const inputs = inputShape.at(-1)!;
    const outputs = outputShape.at(-1)!;
    const taps = layer.type === "conv2d" ? layer.kernelSize ** 2 : 1;
    parameters += taps * inputs * outputs + outputs;
    multiplyAdds += taps * inputs * shapeSize(outputShape);
  }
  return { parameters, multiplyAdds };
}
