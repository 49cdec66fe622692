/**
 * Lays out the values between two layers: channels innermost, one image after
 * another, each surrounded by the padding of the convolution that reads it, so
 * that no kernel handles edges.
 *
 * @module
 */

import {
  convOutputSide,
  convPaddingBefore,
  shapeSize,
} from "../network/shapes.ts";
import type { QuantizedLayer } from "../network/quantized_layers.ts";
import { type Arena, roundUp } from "./arena.ts";

/** The values between two layers. */
export interface Values {
  /**
   * Address of the first image's buffer including its padding, where windows
   * start.
   */
  readonly start: number;
  /** Address of the first image's first value, after the padding. */
  readonly inner: number;
  /** Bytes from one image to the next. */
  readonly image: number;
  /** Bytes from one row to the next. */
  readonly row: number;
}

/** Kernels load whole words and may read this many bytes past an image. */
const SLACK = 16;

/**
 * Reserves the input of a layer.
 *
 * @param images How many images are in memory at once.
 */
export function reserveInput(
  arena: Arena,
  consumer: QuantizedLayer,
  images: number,
): Values {
  const { layer, inputShape, inputZeroPoint } = consumer;
  if (layer.type !== "conv2d") {
    return reserveShape(arena, inputShape, images);
  }
  const [height, width, channels] = inputShape as [number, number, number];
  const top = convPaddingBefore(layer, height);
  const left = convPaddingBefore(layer, width);
  const reach = (side: number) =>
    (convOutputSide(layer, side) - 1) * layer.stride + layer.kernelSize;
  const row = Math.max(left + width, reach(width)) * channels;
  const rows = Math.max(top + height, reach(height));
  const image = roundUp(rows * row + SLACK, SLACK);
  const start = inputZeroPoint === 0
    ? arena.reserve(images * image)
    : arena.place(new Uint8Array(images * image).fill(inputZeroPoint));
  return { start, inner: start + top * row + left * channels, image, row };
}

/** Reserves values of a shape, `valueBytes` each, without padding. */
export function reserveShape(
  arena: Arena,
  shape: readonly number[],
  images: number,
  valueBytes = 1,
): Values {
  const size = shapeSize(shape) * valueBytes;
  const image = roundUp(size + SLACK, SLACK);
  const start = arena.reserve(images * image);
  return { start, inner: start, image, row: rowLength(shape) * valueBytes };
}

/** Values in one row of an image; for a vector, its length. */
export function rowLength(shape: readonly number[]): number {
  return shape.length === 3 ? shape[1]! * shape[2]! : shapeSize(shape);
}

/** A shape as rows, columns and channels; a vector counts as one pixel. */
export function asImage(
  shape: readonly number[],
): { rows: number; columns: number; channels: number } {
  if (shape.length === 3) {
    const [rows, columns, channels] = shape as [number, number, number];
    return { rows, columns, channels };
  }
  return { rows: 1, columns: 1, channels: shapeSize(shape) };
}
