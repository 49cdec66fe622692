/**
 * Forward convolution. There is no im2col: in a padded image the inputs under
 * one row of the kernel are neighbours, so a pixel is a sum over kernel rows
 * of products of two contiguous runs.
 *
 * @module
 */

import { type Device, gridOf, withScratch } from "../wasm.ts";
import {
  type ConvolutionGeometry,
  groupSize,
  paddedInput,
  TABLE_BYTES,
  wholePanels,
} from "./geometry.ts";

/**
 * Computes a convolution.
 *
 * @param x Address of `[batch, height, width, inputs]` floats.
 * @param filter Address of `[kernelHeight, kernelWidth, inputs, outputs]`.
 * @param y Address of `[batch, outHeight, outWidth, outputs]`, written.
 */
export function conv2d(
  device: Device,
  geometry: ConvolutionGeometry,
  x: number,
  filter: number,
  y: number,
): void {
  const { kernels } = device;
  const g = geometry;
  const padded = paddedInput(g);
  const run = g.kernelWidth * g.inputs;
  const taps = g.kernelHeight * run;
  const panelBytes = 4 * taps * wholePanels(g.outputs);
  const from = gridOf(padded.height, padded.width, g.inputs);
  const to = gridOf(g.outHeight, g.outWidth, g.outputs);
  const source = gridOf(g.height, g.width, g.inputs);
  const direct = padded.height === g.height && padded.width === g.width;
  const group = direct ? g.batch : groupSize(g.batch, from.image);
  const paddedBytes = direct ? 0 : group * from.image;
  withScratch(device, TABLE_BYTES + panelBytes + paddedBytes, (table) => {
    const panels = table + TABLE_BYTES;
    const images = panels + panelBytes;
    const step = 4 * g.outputs;
    const single = g.outputs === 1;
    if (!single) {
      kernels.packPanels(filter, panels, taps, g.outputs, step, 4, 32 * taps);
    }
    if (!direct) kernels.clear(images, paddedBytes);
    for (let first = 0; first < g.batch; first += group) {
      const count = Math.min(group, g.batch - first);
      if (!direct) {
        kernels.padImages(
          ...[x + first * source.image, images, count],
          ...[g.height, g.width, g.inputs, padded.top, padded.left],
          ...[padded.height, padded.width, g.inputs],
        );
      }
      const grids = [
        ...[direct ? x : images, from.image],
        ...[from.row * g.strideY, from.pixel * g.strideX],
        ...[y + first * to.image, to.image, to.row, to.pixel],
        ...[count, g.outHeight, g.outWidth, g.kernelHeight, from.row, run],
      ];
      if (single) kernels.convolveOne(...grids, filter);
      else kernels.convolve(...grids, panels, g.outputs, table);
    }
  });
}
