/**
 * The network that is trained to measure a set of digits: it distinguishes
 * generated digits from real ones, or learns to read from generated ones.
 *
 * @module
 */

import type {
  Conv2dLayer,
  NetworkDescription,
} from "../../../src/network/description.ts";
import { CLASSES, IMAGE_SIZE } from "../../../src/network/numbers.ts";
import { ONLY_DATA, type RecognizerConfig } from "../../config.ts";

/**
 * A network of 60,122 parameters: a 28x28 image in [0, 1] in, ten logits out. A
 * task with fewer classes leaves the rest unused.
 */
export function probeNetwork(): NetworkDescription {
  return {
    name: "probe",
    inputShape: [IMAGE_SIZE, IMAGE_SIZE, 1],
    layers: [
      conv("conv1", 16, 4),
      conv("conv2", 32, 4),
      conv("conv3", 64, 3),
      { type: "reshape", name: "flat", shape: [4 * 4 * 64] },
      {
        type: "dense",
        name: "features",
        units: 32,
        activation: "relu",
        batchNorm: true,
      },
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

/**
 * How it is trained: twelve epochs, without augmentation, because that would
 * hide what sets generated digits apart.
 */
export const probeConfig: RecognizerConfig = {
  epochs: 12,
  batchSize: 128,
  microbatchSize: 32,
  learningRate: 3e-3,
  warmup: 0.05,
  beta1: 0.9,
  beta2: 0.99,
  weightDecay: 0.02,
  labelSmoothing: 0,
  averageDecay: 0.99,
  augmentedShare: 0,
  ...ONLY_DATA,
};

function conv(name: string, filters: number, kernelSize: number): Conv2dLayer {
  return {
    type: "conv2d",
    name,
    filters,
    kernelSize,
    stride: 2,
    padding: "same",
    activation: "relu",
    batchNorm: true,
  };
}
