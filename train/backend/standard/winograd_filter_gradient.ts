/**
 * The filter gradient of a 3 x 3 convolution by Winograd's algorithm; see
 * winograd.ts.
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

/** Filter gradient; addresses as for {@linkcode conv2dBackpropFilter}. */
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
      transformInputs(device, g, tiles, count, xStep, {
        from: x + 4 * first * g.height * g.width * g.inputs,
        ...{ padded: images, temp, to: inputs },
      });
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
