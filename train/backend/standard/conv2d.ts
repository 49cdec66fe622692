/**
 * Forward convolution, without im2col: in a padded image the inputs under one
 * row of the kernel are neighbours, so a pixel is a sum over kernel rows of
 * products of two contiguous runs.
 *
 * @module
 */

import { type Device, gridOf, withScratch } from "../wasm.ts";
import {
  type ConvolutionGeometry,
  groupSize,
  paddedInput,
  PANEL,
  TABLE_BYTES,
  wholePanels,
} from "./geometry.ts";

/** Bytes that the one-input-channel kernel may read past its end. */
const SLACK_BYTES = 64;

/** Whether the one-input-channel kernel handles a convolution. */
function isFromOne(geometry: ConvolutionGeometry): boolean {
  const g = geometry;
  const widths = g.strideX === 1 ? [3, 4, 5] : g.strideX === 2 ? [3, 4] : [];
  // It always reads padded images, so there must be some padding.
  return g.inputs === 1 && g.outputs % PANEL === 0 && g.outWidth >= 4 &&
    g.strideX === g.strideY && widths.includes(g.kernelWidth) &&
    (paddedInput(g).height !== g.height || paddedInput(g).width !== g.width);
}

/** Whether the kernel for one output channel and five columns handles it. */
function isToOneFive(geometry: ConvolutionGeometry): boolean {
  const g = geometry;
  return g.outputs === 1 && g.inputs % 4 === 0 && g.outWidth >= 4 &&
    g.outHeight >= 2 &&
    g.strideX === 1 && g.strideY === 1 && g.kernelWidth === 5;
}

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
  const few = isFromOne(g);
  const five = isToOneFive(g);
  const slack = few ? SLACK_BYTES : 0;
  const bytes = TABLE_BYTES + panelBytes + paddedBytes + slack;
  withScratch(device, bytes, (table) => {
    const panels = table + TABLE_BYTES;
    const images = panels + panelBytes;
    const step = 4 * g.outputs;
    const single = g.outputs === 1;
    if (!single) {
      kernels.packPanels(filter, panels, taps, g.outputs, step, 4, 32 * taps);
    }
    if (!direct) kernels.clear(images, paddedBytes + slack);
    for (let first = 0; first < g.batch; first += group) {
      const count = Math.min(group, g.batch - first);
      if (!direct) {
        kernels.padImages(
          ...[x + first * source.image, images, count],
          ...[g.height, g.width, g.inputs, padded.top, padded.left],
          ...[padded.height, padded.width, g.inputs],
        );
      }
      const image = direct ? x : images;
      const target = y + first * to.image;
      if (few) {
        const grids = [
          ...[image, from.image, from.row, target],
          ...[count, g.outHeight, g.outWidth],
        ];
        const kernel = [g.kernelHeight, g.kernelWidth, panels, g.outputs];
        if (g.strideX === 1) kernels.convolveFromOne(...grids, ...kernel);
        else kernels.convolveFromOneStrided(...grids, g.strideX, ...kernel);
        continue;
      }
      if (five) {
        kernels.convolveOneFive(
          ...[image, from.image, from.row, target],
          ...[count, g.outHeight, g.outWidth, g.kernelHeight],
          ...[g.inputs, filter],
        );
        continue;
      }
      const grids = [
        ...[image, from.image],
        ...[from.row * g.strideY, from.pixel * g.strideX],
        ...[target, to.image, to.row, to.pixel],
        ...[count, g.outHeight, g.outWidth, g.kernelHeight, from.row, run],
      ];
      if (single) kernels.convolveOne(...grids, filter);
      else kernels.convolve(...grids, panels, g.outputs, table);
    }
  });
}
