/**
 * The conditional GAN's two networks.
 *
 * @module
 */

import type {
  Conv2dLayer,
  DenseLayer,
  NetworkDescription,
} from "../../src/network/description.ts";
import { CLASSES, IMAGE_SIZE } from "../../src/network/numbers.ts";
import type { DiscriminatorKind } from "../config.ts";
import { generatorInputSize } from "../../src/network/latent.ts";
import { convolutionLayer } from "../network/convolution_layer.ts";

/**
 * The generator: latent and one-hot digit in, a 28x28 image in [0, 1] out.
 *
 * A DCGAN-sized network (Radford et al. 2015, arXiv 1511.06434) that grows its
 * image by pixel shuffle, so every convolution has stride 1. Its activations
 * are ReLU throughout: the engine's 7-bit activations have no sign.
 *
 * @param latentSize Components of the latent.
 */
export function generatorNetwork(latentSize: number): NetworkDescription {
  return {
    name: "generator",
    inputShape: [generatorInputSize(latentSize)],
    layers: [
      {
        type: "dense",
        name: "seed",
        units: 7 * 7 * 32,
        activation: "relu",
        batchNorm: true,
      },
      { type: "reshape", name: "seed_image", shape: [7, 7, 32] },
      convolutionLayer("conv1", 64),
      convolutionLayer("conv2", 128),
      { type: "pixel_shuffle", name: "grow1", factor: 2 },
      convolutionLayer("conv3", 64),
      convolutionLayer("conv4", 64),
      { type: "pixel_shuffle", name: "grow2", factor: 2 },
      {
        type: "conv2d",
        name: "ink",
        filters: 1,
        kernelSize: 5,
        stride: 1,
        padding: "same",
        activation: "sigmoid",
        batchNorm: false,
      },
    ],
  };
}

/**
 * The discriminator: a 28x28 image in [0, 1] in, 1 + 10 + 10 numbers out: how
 * real it looks, what each digit's label adds to that, and the logits of the
 * labels. An image's score under a label is the first number plus the label's,
 * as in the projection discriminator (Miyato and Koyama 2018, arXiv
 * 1802.05637). The logits are an auxiliary classifier (Odena et al. 2017, arXiv
 * 1610.09585).
 *
 * Only `normalized` has batch norm, after every convolution but the first:
 * gradient penalties need images to be independent of one another.
 *
 * @param kind Which discriminator.
 */
export function discriminatorNetwork(
  kind: DiscriminatorKind = "plain",
): NetworkDescription {
  return {
    name: "discriminator",
    inputShape: [IMAGE_SIZE, IMAGE_SIZE, 1],
    layers: [
      ...CONVOLUTIONS[kind],
      { type: "reshape", name: "flat", shape: [7 * 7 * 128] },
      { ...dense("features", 128), activation: "leaky_relu" },
      { ...dense("score", 1 + 2 * CLASSES), activation: "linear" },
    ],
  };
}

/** The discriminator's convolutions, which end in 128 channels of 7x7. */
const CONVOLUTIONS: Readonly<Record<DiscriminatorKind, Conv2dLayer[]>> = {
  plain: [
    judging("conv1", 32, 4, 2),
    judging("conv2", 64, 4, 2),
    judging("conv3", 128, 3, 1),
  ],
  // Sees every pixel before it halves the image.
  fine: [
    judging("fine", 16, 3, 1),
    judging("conv1", 48, 4, 2),
    judging("conv2", 96, 4, 2),
    judging("conv3", 128, 3, 1),
  ],
  normalized: [
    judging("conv1", 32, 4, 2),
    { ...judging("conv2", 64, 4, 2), batchNorm: true },
    { ...judging("conv3", 128, 3, 1), batchNorm: true },
  ],
};

function judging(
  name: string,
  filters: number,
  kernelSize: number,
  stride: 1 | 2,
): Conv2dLayer {
  return {
    type: "conv2d",
    name,
    filters,
    kernelSize,
    stride,
    padding: "same",
    activation: "leaky_relu",
    batchNorm: false,
  };
}

function dense(name: string, units: number): Omit<DenseLayer, "activation"> {
  return { type: "dense", name, units, batchNorm: false };
}
