/**
 * 3 x 3 convolutions of stride 1 and their gradients by Winograd's F(4 x 4, 3 x
 * 3) (Lavin and Gray 2015, arXiv 1509.09308): a quarter of the multiplications,
 * plus what tiles waste beyond the image's edge. The rounding error is a few
 * times that of a direct sum, which training tolerates; the tests apply the
 * same bound as to other kernels.
 *
 * Images are processed in groups whose transforms stay in the second-level
 * cache.
 *
 * @module
 */

import { type Device, gridOf, withScratch } from "../wasm.ts";
import type { ConvolutionGeometry } from "./geometry.ts";

/** Side of a tile of outputs. */
const TILE = 4;

/** Numbers of a transformed tile or filter. */
const FREQUENCIES = 36;

/** Bytes of both sides' transforms at a time. */
const GROUP_BYTES = 768 * 1024;

/** Bytes of a cache line. */
const LINE = 64;

/** Bytes of the vectors between a transform's columns and its rows. */
const TEMP_BYTES = 16 * FREQUENCIES;

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

/** Forward convolution; addresses as of {@linkcode conv2d}. */
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

/** Input gradient; addresses as of {@linkcode conv2dBackpropInput}. */
export function winogradBackpropInput(
  device: Device,
  geometry: ConvolutionGeometry,
  dy: number,
  filter: number,
  dx: number,
): void {
  const g = geometry;
  // The convolution of the output gradient with the filter turned around.
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

/**
 * Bytes from one frequency to the next, at least `bytes`: an odd number of
 * cache lines, because 36 frequencies written side by side would otherwise
 * compete for a few sets.
 */
function frequencyStep(bytes: number): number {
  const lines = Math.ceil(bytes / LINE);
  return LINE * (lines % 2 === 0 ? lines + 1 : lines);
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
  // Products take rows in fours; the last ones may belong to no tile.
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
      kernels.padImages(
        ...[x + 4 * first * c.height * c.width * c.inputs, images, count],
        ...[c.height, c.width, c.inputs, c.top, c.left],
        ...[tiles.paddedHeight, tiles.paddedWidth, c.inputs],
      );
      kernels.winogradInput(
        ...[images, padded.image, padded.row, count, tiles.rows, tiles.columns],
        ...[c.inputs, temp, transformed, inStep],
      );
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

/** Filter gradient; addresses as of {@linkcode conv2dBackpropFilter}. */
export function winogradBackpropFilter(
  device: Device,
  geometry: ConvolutionGeometry,
  x: number,
  dy: number,
  dw: number,
): void {
  const { kernels } = device;
  const g = geometry;
  const tiles = new Tiles(g.outHeight, g.outWidth);
  const group = tiles.group(g.batch, g.inputs + g.outputs);
  const padded = gridOf(tiles.paddedHeight, tiles.paddedWidth, g.inputs);
  const whole = gridOf(TILE * tiles.rows, TILE * tiles.columns, g.outputs);
  const filterBytes = 4 * FREQUENCIES * g.inputs * g.outputs;
  const xStep = frequencyStep(4 * group * tiles.count * g.inputs);
  const dyStep = frequencyStep(4 * group * tiles.count * g.outputs);
  const bytes = TEMP_BYTES + filterBytes + FREQUENCIES * (xStep + dyStep) +
    group * (padded.image + whole.image);
  withScratch(device, bytes, (temp) => {
    const sums = temp + TEMP_BYTES;
    const inputs = sums + filterBytes;
    const gradients = inputs + FREQUENCIES * xStep;
    const images = gradients + FREQUENCIES * dyStep;
    const upImages = images + group * padded.image;
    kernels.clear(sums, filterBytes);
    kernels.clear(images, group * (padded.image + whole.image));
    for (let first = 0; first < g.batch; first += group) {
      const count = Math.min(group, g.batch - first);
      kernels.padImages(
        ...[x + 4 * first * g.height * g.width * g.inputs, images, count],
        ...[g.height, g.width, g.inputs, g.top, g.left],
        ...[tiles.paddedHeight, tiles.paddedWidth, g.inputs],
      );
      kernels.winogradInput(
        ...[images, padded.image, padded.row, count, tiles.rows, tiles.columns],
        ...[g.inputs, temp, inputs, xStep],
      );
      kernels.padImages(
        dy + 4 * first * g.outHeight * g.outWidth * g.outputs,
        ...[upImages, count, g.outHeight, g.outWidth, g.outputs, 0, 0],
        ...[TILE * tiles.rows, TILE * tiles.columns, g.outputs],
      );
      kernels.winogradGradient(
        ...[upImages, whole.image, whole.row, count, tiles.rows, tiles.columns],
        ...[g.outputs, temp, gradients, dyStep],
      );
      for (let f = 0; f < FREQUENCIES; f++) {
        kernels.filterGradient(
          ...[inputs + f * xStep, 0, 0, 4 * g.inputs],
          ...[gradients + f * dyStep, 0, 0, 4 * g.outputs],
          ...[1, 1, count * tiles.count, 1, 0, g.inputs, g.outputs, 1, 1],
          sums + 4 * f * g.inputs * g.outputs,
        );
      }
    }
    kernels.winogradFilterGradient(sums, g.inputs * g.outputs, temp, dw);
  });
}

/** The tiles that cover an image of outputs. */
class Tiles {
  readonly rows: number;
  readonly columns: number;

  constructor(height: number, width: number) {
    this.rows = Math.ceil(height / TILE);
    this.columns = Math.ceil(width / TILE);
  }

  /** Tiles of one image. */
  get count(): number {
    return this.rows * this.columns;
  }

  /** Height of the padded input: tiles overlap by two pixels. */
  get paddedHeight(): number {
    return TILE * this.rows + 2;
  }

  /** Width of the padded input. */
  get paddedWidth(): number {
    return TILE * this.columns + 2;
  }

  /**
   * Images to process at a time, with this many channels on both sides
   * together.
   */
  group(batch: number, channels: number): number {
    const bytes = 4 * FREQUENCIES * this.count * channels;
    return Math.max(1, Math.min(batch, Math.floor(GROUP_BYTES / bytes)));
  }
}
