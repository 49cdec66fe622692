/**
 * The networks that read digits: the one that is served, and the judge.
 *
 * @module
 */

import type {
  Layer,
  NetworkDescription,
} from "../../src/network/description.ts";
import {
  CLASSES,
  IMAGE_SIZE,
  RECOGNIZER_OUTPUTS,
} from "../../src/network/numbers.ts";
import { convolutionLayer } from "../network/convolution_layer.ts";

/**
 * The recognizer that is served: a 28x28 image in [0, 1] in, ten logits out,
 * and two more for "no digit" and "several digits".
 *
 * Only the input has full size, and the convolution with the most parameters
 * runs on nine pixels. On the validation split it is as accurate as the judge's
 * network, with six tenths of the multiply-adds (docs/recognizer.md).
 *
 * @param outputs {@linkcode CLASSES} if it is trained only on digits.
 */
export function recognizerNetwork(
  outputs: number = RECOGNIZER_OUTPUTS,
): NetworkDescription {
  return reader("recognizer", outputs, [
    { ...convolutionLayer("conv1", 24), kernelSize: 4, stride: 2 },
    convolutionLayer("conv2", 24),
    pool("pool1"),
    convolutionLayer("conv3", 48),
    convolutionLayer("conv4", 64),
    pool("pool2"),
    convolutionLayer("conv5", 64),
  ]);
}

/**
 * The judge, which is not served: a 28x28 image in, ten logits out.
 *
 * Pairs of 3x3 convolutions at 14x14 and 7x7, after one with few filters at
 * full size. That one is 4x4, because with nine taps a training kernel spends
 * too much time storing results.
 */
export function judgeNetwork(): NetworkDescription {
  return reader("judge", CLASSES, [
    { ...convolutionLayer("conv1", 16), kernelSize: 4 },
    pool("pool1"),
    convolutionLayer("conv2", 32),
    convolutionLayer("conv3", 32),
    pool("pool2"),
    convolutionLayer("conv4", 64),
    convolutionLayer("conv5", 64),
    pool("pool3"),
  ]);
}

/**
 * A network of the given layers, which end in 64 channels of 3x3, and a dense
 * one.
 */
function reader(
  name: string,
  outputs: number,
  layers: readonly Layer[],
): NetworkDescription {
  return {
    name,
    inputShape: [IMAGE_SIZE, IMAGE_SIZE, 1],
    layers: [
      ...layers,
      { type: "reshape", name: "flat", shape: [3 * 3 * 64] },
      {
        type: "dense",
        name: "logits",
        units: outputs,
        activation: "linear",
        batchNorm: false,
      },
    ],
  };
}

function pool(name: string): Layer {
  return { type: "max_pool", name, size: 2 };
}
