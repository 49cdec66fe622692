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
  PANEL,
  wholePanels,
} from "./geometry.ts";

/** Maximum bytes of output gradient in a block of rows. */
const BLOCK_BYTES = 26 * 1024;

/** Maximum bytes of output gradient in images processed together. */
const TOGETHER_BYTES = 20 * 1024;

/**
 * The kernels read up to sixteen taps at a time, so up to fifteen floats past
 * the end.
 */
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
  if (isToOneFive(geometry)) {
    filterGradientToOne(device, geometry, x, dy, dw);
    return;
  }
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
  // Only the cache lines of four taps of the input are visited at a time.
  const blocks = Math.ceil(up.image / BLOCK_BYTES);
  const block = Math.ceil(g.outHeight / blocks);
  const together = Math.max(1, Math.floor(TOGETHER_BYTES / up.image));
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
        ...[g.kernelHeight, from.row, run, g.outputs],
        ...[block, together, dw],
      );
    }
  });
}

/** Whether a convolution has one output channel and a kernel five wide. */
function isToOneFive(geometry: ConvolutionGeometry): boolean {
  const g = geometry;
  return g.outputs === 1 && g.inputs % PANEL === 0 &&
    g.strideX === 1 && g.strideY === 1 && g.kernelWidth === 5 &&
    g.top < g.kernelHeight && g.left < g.kernelWidth;
}

/**
 * The filter gradient of a convolution to one channel, computed with input and
 * output gradient exchanged: the same sums with the taps in reverse order,
 * where the image to pad has one channel.
 */
function filterGradientToOne(
  device: Device,
  geometry: ConvolutionGeometry,
  x: number,
  dy: number,
  dw: number,
): void {
  const { kernels } = device;
  const g = geometry;
  const top = g.kernelHeight - 1 - g.top;
  const left = g.kernelWidth - 1 - g.left;
  const height = Math.max(g.height + g.kernelHeight - 1, top + g.outHeight);
  const width = Math.max(g.width + g.kernelWidth - 1, left + g.outWidth);
  const from = gridOf(height, width, 1);
  const up = gridOf(g.height, g.width, g.inputs);
  const block = Math.ceil(g.height / Math.ceil(up.image / BLOCK_BYTES));
  const last = dw + 4 * g.inputs * (g.kernelHeight * g.kernelWidth - 1);
  kernels.clear(dw, 4 * g.inputs * g.kernelHeight * g.kernelWidth);
  withScratch(device, from.image + SLACK_BYTES, (image) => {
    kernels.clear(image, from.image + SLACK_BYTES);
    for (let i = 0; i < g.batch; i++) {
      kernels.padImages(
        ...[dy + 4 * i * g.outHeight * g.outWidth, image, 1],
        ...[g.outHeight, g.outWidth, 1, top, left, height, width, 1],
      );
      for (let y = 0; y < g.height; y += block) {
        kernels.filterGradientFive(
          ...[image + y * from.row, from.row, x + i * up.image + y * up.row],
          ...[Math.min(block, g.height - y), g.width, g.kernelHeight],
          ...[g.inputs, last, -4 * g.inputs],
        );
      }
    }
  });
}
