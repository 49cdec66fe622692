/**
 * Input gradient of a 4 x 4 convolution of stride 2 on images of one channel, a
 * discriminator's first layer: a matrix product computes what each output pixel
 * contributes to its 16 inputs, and those patches are added up. With phases of
 * the stride (conv2d_backprop_input.ts), there would be one output channel for
 * a whole run of inputs, and loads would take most of the time.
 *
 * @module
 */

import { type Device, withScratch } from "../wasm.ts";
import type { ConvolutionGeometry } from "./geometry.ts";

/** Taps of the kernel. */
const TAPS = 16;

/** Whether this file handles a convolution's input gradient. */
export function isPatches(geometry: ConvolutionGeometry): boolean {
  const g = geometry;
  return g.inputs === 1 && g.top === 1 && g.left === 1 &&
    g.kernelHeight === 4 && g.kernelWidth === 4 &&
    g.strideY === 2 && g.strideX === 2 &&
    g.height === 2 * g.outHeight && g.width === 2 * g.outWidth &&
    g.outWidth % 2 === 0 && g.outHeight % 2 === 0 && g.outputs % 4 === 0;
}

/**
 * Computes the input gradient of a convolution for which {@linkcode isPatches}
 * holds.
 *
 * @param dy Address of `[batch, outHeight, outWidth, outputs]` floats.
 * @param filter Address of `[4, 4, 1, outputs]`.
 * @param dx Address of `[batch, height, width, 1]`, written.
 */
export function inputGradientOfPatches(
  device: Device,
  geometry: ConvolutionGeometry,
  dy: number,
  filter: number,
  dx: number,
): void {
  const { kernels } = device;
  const g = geometry;
  const pixels = g.outHeight * g.outWidth;
  const filterBytes = 4 * TAPS * g.outputs;
  const zeroBytes = 4 * TAPS * g.outWidth;
  const bytes = filterBytes + zeroBytes + 4 * TAPS * pixels;
  withScratch(device, bytes, (taps) => {
    const zeros = taps + filterBytes;
    const parts = zeros + zeroBytes;
    kernels.clear(zeros, zeroBytes);
    kernels.packPanels(
      ...[filter, taps, g.outputs, TAPS, 4, 4 * g.outputs, filterBytes / 2],
    );
    for (let i = 0; i < g.batch; i++) {
      kernels.multiplyBySixteen(
        ...[dy + 4 * i * pixels * g.outputs, taps, parts, pixels, g.outputs],
      );
      kernels.gatherPatches(
        ...[parts, zeros, dx + 4 * i * g.height * g.width],
        ...[g.outHeight, g.outWidth],
      );
    }
  });
}
