/**
 * Gradient of a convolution with respect to its filter: for each tap and
 * output channel, the sum over all pixels of input times output gradient.
 * Pixels are visited in blocks of rows that fit the first-level cache.
 *
 * @module
 */

import { type Device, gridOf, withScratch } from "../wasm.ts";
import {
  type ConvolutionGeometry,
  groupSize,
  paddedInput,
  wholePanels,
} from "./geometry.ts";

/** Bytes of input and output gradient in a block of rows. */
const BLOCK_BYTES = 36 * 1024;

/** The kernels read up to sixteen taps at a time, so fifteen floats past the end. */
const SLACK_BYTES = 64;

/**
 * Computes the filter gradient of a convolution.
 *
 * @param x Address of `[batch, height, width, inputs]` floats.
 * @param dy Address of `[batch, outHeight, outWidth, outputs]`.
 * @param dw Address of `[kernelHeight, kernelWidth, inputs, outputs]`, written.
 */
export function conv2dBackpropFilter(
  device: Device,
  geometry: ConvolutionGeometry,
  x: number,
  dy: number,
  dw: number,
): void {
  const { kernels } = device;
  const g = geometry;
  const padded = paddedInput(g);
  const outputs = wholePanels(g.outputs);
  const run = g.kernelWidth * g.inputs;
  const from = gridOf(padded.height, padded.width, g.inputs);
  const source = gridOf(g.height, g.width, g.inputs);
  const up = gridOf(g.outHeight, g.outWidth, outputs);
  const upSource = gridOf(g.outHeight, g.outWidth, g.outputs);
  const single = g.outputs === 1;
  const direct = single || outputs === g.outputs;
  const group = groupSize(g.batch, from.image + up.image);
  const dyBytes = direct ? 0 : group * up.image;
  const xBytes = group * from.image + SLACK_BYTES;
  const shared = (g.kernelHeight - g.strideY) * from.row;
  const block = Math.max(
    1,
    Math.floor((BLOCK_BYTES - shared) / (from.row * g.strideY + up.row)),
  );
  kernels.clear(dw, 4 * g.kernelHeight * run * g.outputs);
  withScratch(device, dyBytes + xBytes, (scratch) => {
    const images = scratch + dyBytes;
    kernels.clear(scratch, dyBytes + xBytes);
    for (let first = 0; first < g.batch; first += group) {
      const count = Math.min(group, g.batch - first);
      kernels.padImages(
        ...[x + first * source.image, images, count],
        ...[g.height, g.width, g.inputs, padded.top, padded.left],
        ...[padded.height, padded.width, g.inputs],
      );
      const upImages = dy + first * upSource.image;
      if (!direct) {
        kernels.padImages(
          ...[upImages, scratch, count, g.outHeight, g.outWidth, g.outputs],
          ...[0, 0, g.outHeight, g.outWidth, outputs],
        );
      }
      const grid = [
        ...[images, from.image],
        ...[from.row * g.strideY, from.pixel * g.strideX],
      ];
      if (single) {
        kernels.filterGradientOne(
          ...[...grid, upImages, count, g.outHeight, g.outWidth],
          ...[g.kernelHeight, from.row, run, dw],
        );
        continue;
      }
      kernels.filterGradient(
        ...grid,
        ...[direct ? upImages : scratch, up.image, up.row, up.pixel],
        ...[count, g.outHeight, g.outWidth],
        ...[g.kernelHeight, from.row, run, g.outputs, block, dw],
      );
    }
  });
}
