/**
 * 3 x 3 convolutions of stride 1 and their gradients by Winograd's F(4 x 4, 3 x
 * 3) (Lavin and Gray 2015, arXiv 1509.09308): a quarter of the multiplications,
 * plus what tiles waste beyond the image's edge. The rounding error is a few
 * times that of a direct sum, which training tolerates; the tests apply the
 * same bound as to other kernels. winograd_filter_gradient.ts has the filter
 * gradient.
 *
 * Images are processed in groups whose transforms stay in the second-level
 * cache.
 *
 * @module
 */

import { type Device, gridOf, withScratch } from "../wasm.ts";
import type { ConvolutionGeometry } from "./geometry.ts";
import { transformInputs } from "./winograd_input.ts";
import {
  FREQUENCIES,
  frequencyStep,
  TEMP_BYTES,
  TILE,
  Tiles,
} from "./winograd_tiles.ts";

/** A convolution of padded images, forward or of an output gradient. */
interface TiledConvolution {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly inputs: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outputs: number;
  readonly top: number;
  readonly left: number;
}

/**
 * Whether this file computes a convolution and both of its gradients: 3 x 3,
 * stride 1, whole vectors of channels, and tiles that are at least half full.
 */
export function isWinograd(geometry: ConvolutionGeometry): boolean {
  const g = geometry;
  const square = [g.kernelHeight, g.kernelWidth].every((side) => side === 3) &&
    [g.strideY, g.strideX].every((stride) => stride === 1);
  if (!square || g.inputs % 8 !== 0 || g.outputs % 8 !== 0) return false;
  const fits = (side: number, out: number, before: number) =>
    before <= 2 && out + 2 - side - before <= 2 && isHalfFull(side) &&
    isHalfFull(out);
  return fits(g.height, g.outHeight, g.top) &&
    fits(g.width, g.outWidth, g.left);
}

/**
 * Whether tiles along a side are at least 70 % full, so half in two directions.
 */
function isHalfFull(side: number): boolean {
  return side > 0 && side >= 0.7 * TILE * Math.ceil(side / TILE);
}

/** Forward convolution; addresses as for {@linkcode conv2d}. */
export function winogradConv2d(
  device: Device,
  geometry: ConvolutionGeometry,
  x: number,
  filter: number,
  y: number,
): void {
  const { inputs, outputs } = geometry;
  convolveTiles(device, geometry, x, y, (temp, transformed, panels) => {
    device.kernels.winogradFilter(
      ...[filter, inputs * outputs, 0, temp, transformed],
    );
    packFrequencies(device, inputs, outputs, false, transformed, panels);
  });
}

/** Input gradient; addresses as for {@linkcode conv2dBackpropInput}. */
export function winogradBackpropInput(
  device: Device,
  geometry: ConvolutionGeometry,
  dy: number,
  filter: number,
  dx: number,
): void {
  const g = geometry;
  // The convolution of the output gradient with the filter rotated by 180
  // degrees.
  const turned = {
    batch: g.batch,
    height: g.outHeight,
    width: g.outWidth,
    inputs: g.outputs,
    outHeight: g.height,
    outWidth: g.width,
    outputs: g.inputs,
    top: 2 - g.top,
    left: 2 - g.left,
  };
  convolveTiles(device, turned, dy, dx, (temp, transformed, panels) => {
    device.kernels.winogradFilter(
      ...[filter, g.inputs * g.outputs, 1, temp, transformed],
    );
    packFrequencies(device, g.outputs, g.inputs, true, transformed, panels);
  });
}

/** Packs each frequency's `[inputs, outputs]` matrix, or its transpose. */
function packFrequencies(
  device: Device,
  inputs: number,
  outputs: number,
  transposed: boolean,
  from: number,
  to: number,
): void {
  const steps = transposed ? [4, 4 * inputs] : [4 * outputs, 4];
  for (let f = 0; f < FREQUENCIES; f++) {
    device.kernels.packPanels(
      ...[from + 4 * f * inputs * outputs, to + 4 * f * inputs * outputs],
      ...[inputs, outputs, ...steps, 32 * inputs],
    );
  }
}

function convolveTiles(
  device: Device,
  convolution: TiledConvolution,
  x: number,
  y: number,
  packFilter: (temp: number, transformed: number, panels: number) => void,
): void {
  const { kernels } = device;
  const c = convolution;
  const tiles = new Tiles(c.outHeight, c.outWidth);
  const group = tiles.group(c.batch, c.inputs + c.outputs);
  const padded = gridOf(tiles.paddedHeight, tiles.paddedWidth, c.inputs);
  const filterBytes = 4 * FREQUENCIES * c.inputs * c.outputs;
  // Products process four rows at a time; the last ones may belong to no tile.
  const rows = 4 * Math.ceil(group * tiles.count / 4);
  const inStep = frequencyStep(4 * rows * c.inputs);
  const outStep = frequencyStep(4 * rows * c.outputs);
  // The transformed filter is only needed until it is packed.
  const shared = Math.max(filterBytes, FREQUENCIES * outStep);
  const bytes = TEMP_BYTES + filterBytes + shared + FREQUENCIES * inStep +
    group * padded.image;
  withScratch(device, bytes, (temp) => {
    const panels = temp + TEMP_BYTES;
    const results = panels + filterBytes;
    const transformed = results + shared;
    const images = transformed + FREQUENCIES * inStep;
    packFilter(temp, results, panels);
    kernels.clear(images, group * padded.image);
    for (let first = 0; first < c.batch; first += group) {
      const count = Math.min(group, c.batch - first);
      transformInputs(device, c, tiles, count, inStep, {
        from: x + 4 * first * c.height * c.width * c.inputs,
        ...{ padded: images, temp, to: transformed },
      });
      kernels.products(
        ...[transformed, 4 * c.inputs, inStep, panels],
        ...[results, 4 * c.outputs, outStep, FREQUENCIES],
        ...[count * tiles.count, c.inputs, c.outputs],
      );
      kernels.winogradOutput(
        ...[results, outStep, count, tiles.rows, tiles.columns],
        ...[c.outputs, c.outHeight, c.outWidth, temp],
        y + 4 * first * c.outHeight * c.outWidth * c.outputs,
      );
    }
  });
}
