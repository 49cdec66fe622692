/**
 * The recognizer's network.
 *
 * @module
 */

import type {
  Conv2dLayer,
  NetworkDescription,
} from "../../src/network/description.ts";
import { CLASSES, IMAGE_SIZE } from "../../src/network/numbers.ts";

/**
 * The recognizer: a 28x28 image in [0, 1] in, ten logits out.
 *
 * 3x3 convolutions in pairs at 14x14 and 7x7, after one at full size that has
 * few filters: most of the parameters are where an image is small, and so most
 * of the accuracy costs little time. The first is 4x4: with one channel to read
 * four columns are a word of the engine, and nine taps are too few to keep a
 * training kernel busy for each number that it stores.
 */
export function recognizerNetwork(): NetworkDescription {
  return {
    name: "recognizer",
    inputShape: [IMAGE_SIZE, IMAGE_SIZE, 1],
    layers: [
      { ...conv("conv1", 16), kernelSize: 4 },
      { type: "max_pool", name: "pool1", size: 2 },
      conv("conv2", 32),
      conv("conv3", 32),
      { type: "max_pool", name: "pool2", size: 2 },
      conv("conv4", 64),
      conv("conv5", 64),
      { type: "max_pool", name: "pool3", size: 2 },
      { type: "reshape", name: "flat", shape: [3 * 3 * 64] },
      {
        type: "dense",
        name: "logits",
        units: CLASSES,
        activation: "linear",
        batchNorm: false,
      },
    ],
  };
}

function conv(name: string, filters: number): Conv2dLayer {
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
