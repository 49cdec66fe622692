/**
 * The geometry of one convolution, in numbers ready for loops. It comes from
 * TensorFlow.js's own shape rules; nothing is computed on tensors here.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/** Sizes of a convolution of `[batch, height, width, inputs]` images. */
export interface ConvolutionGeometry {
  /** Images. */
  readonly batch: number;
  /** Rows of an input image. */
  readonly height: number;
  /** Columns of an input image. */
  readonly width: number;
  /** Channels of an input image. */
  readonly inputs: number;
  /** Rows of an output image. */
  readonly outHeight: number;
  /** Columns of an output image. */
  readonly outWidth: number;
  /** Channels of an output image. */
  readonly outputs: number;
  /** Rows of the kernel. */
  readonly kernelHeight: number;
  /** Columns of the kernel. */
  readonly kernelWidth: number;
  /** Rows that the kernel moves by. */
  readonly strideY: number;
  /** Columns that the kernel moves by. */
  readonly strideX: number;
  /** Rows of zeros above the image. */
  readonly top: number;
  /** Columns of zeros left of the image. */
  readonly left: number;
}

/** The attributes that all three convolution kernels share. */
export interface ConvolutionAttributes {
  /** Steps of the kernel, in pixels. */
  readonly strides: [number, number] | number;
  /** TensorFlow.js's padding: by name, by pixels, or for each side. */
  readonly pad: tf.backend_util.ExplicitPadding | "valid" | "same" | number;
  /** Order of the axes; default channels last, `NHWC`. */
  readonly dataFormat?: "NHWC" | "NCHW";
  /** Pixels between neighbouring taps; default 1. */
  readonly dilations?: [number, number] | number;
  /** How an uneven number of outputs is rounded. */
  readonly dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Computes a convolution's sizes.
 *
 * @param inputShape `[batch, height, width, inputs]`.
 * @param filterShape `[kernelHeight, kernelWidth, inputs, outputs]`.
 * @returns The sizes, or `undefined` for what these kernels do not support:
 *   dilated kernels and channels-first images.
 *
 * @example
 * ```ts
 * import { convolutionGeometry } from "./geometry.ts";
 * import assert from "node:assert/strict";
 *
 * const geometry = convolutionGeometry([2, 28, 28, 1], [3, 3, 1, 16], {
 *   strides: 2,
 *   pad: "same",
 * });
 * assert.equal(geometry?.outHeight, 14);
 * assert.equal(geometry?.top, 0);
 * ```
 */
export function convolutionGeometry(
  inputShape: readonly number[],
  filterShape: readonly number[],
  attributes: ConvolutionAttributes,
): ConvolutionGeometry | undefined {
  const { strides, pad, dataFormat, dilations, dimRoundingMode } = attributes;
  if (dataFormat === "NCHW") return undefined;
  if (![dilations ?? 1].flat().every((dilation) => dilation === 1)) {
    return undefined;
  }
  const info = tf.backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  return {
    batch: info.batchSize,
    height: info.inHeight,
    width: info.inWidth,
    inputs: info.inChannels,
    outHeight: info.outHeight,
    outWidth: info.outWidth,
    outputs: info.outChannels,
    kernelHeight: info.filterHeight,
    kernelWidth: info.filterWidth,
    strideY: info.strideHeight,
    strideX: info.strideWidth,
    top: info.padInfo.top,
    left: info.padInfo.left,
  };
}

/** Sizes of an image with zeros around it, and where the image starts in it. */
export interface PaddedImage {
  /** Rows, zeros included. */
  readonly height: number;
  /** Columns, zeros included. */
  readonly width: number;
  /** Rows of zeros above. */
  readonly top: number;
  /** Columns of zeros on the left. */
  readonly left: number;
}

/** The padded input that a convolution reads; never smaller than the input. */
export function paddedInput(geometry: ConvolutionGeometry): PaddedImage {
  const g = geometry;
  return {
    height: Math.max(
      g.top + g.height,
      (g.outHeight - 1) * g.strideY + g.kernelHeight,
    ),
    width: Math.max(
      g.left + g.width,
      (g.outWidth - 1) * g.strideX + g.kernelWidth,
    ),
    top: g.top,
    left: g.left,
  };
}

/**
 * Scratch bytes for padded images, which should stay in the second-level cache.
 */
const GROUP_BYTES = 256 * 1024;

/**
 * How many padded images to process at a time.
 *
 * @param imageBytes Bytes of one of them.
 */
export function groupSize(batch: number, imageBytes: number): number {
  return Math.max(1, Math.min(batch, Math.floor(GROUP_BYTES / imageBytes)));
}

/** Output channels that the kernels compute at a time. */
export const PANEL = 8;

/** Channels rounded up to whole panels. */
export function wholePanels(channels: number): number {
  return Math.ceil(channels / PANEL) * PANEL;
}

/** Bytes of the kernels' pointer tables. */
export const TABLE_BYTES = 384;
