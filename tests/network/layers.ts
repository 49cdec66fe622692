import type { Conv2dLayer, DenseLayer } from "../../src/network/description.ts";

/** A 3x3 convolution with ReLU; options change it. */
export function conv2d(options: Partial<Conv2dLayer> = {}): Conv2dLayer {
  return {
    type: "conv2d",
    name: "conv",
    filters: 4,
    kernelSize: 3,
    stride: 1,
    padding: "same",
    activation: "relu",
    batchNorm: false,
    ...options,
  };
}

/** A linear layer of ten outputs; options change it. */
export function dense(options: Partial<DenseLayer> = {}): DenseLayer {
  return {
    type: "dense",
    name: "logits",
    units: 10,
    activation: "linear",
    batchNorm: false,
    ...options,
  };
}
