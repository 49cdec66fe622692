/**
 * The layer that most networks here are built from.
 *
 * @module
 */

import type { Conv2dLayer } from "../../src/network/description.ts";

/**
 * A 3x3 convolution of stride 1 with batch norm and ReLU.
 *
 * @param name Unique in its network.
 * @param filters Channels of the output.
 */
export function convolutionLayer(name: string, filters: number): Conv2dLayer {
  return {
    type: "conv2d",
    name,
    filters,
    kernelSize: 3,
    stride: 1,
    padding: "same",
    activation: "relu",
    batchNorm: true,
  };
}
