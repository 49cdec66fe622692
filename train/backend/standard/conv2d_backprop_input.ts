/**
 * Gradient of a convolution with respect to its input, as convolutions of the
 * output gradient, one per phase of the stride. An input pixel is touched only
 * by the kernel rows (and columns) whose offset has the same remainder modulo
 * the stride. Those rows and columns, reversed and with inputs and outputs
 * exchanged, form the phase's kernel. With stride 1 there is only one phase.
 *
 * @module
 */

import { type Device, gridOf, withScratch } from "../wasm.ts";
import {
  type ConvolutionGeometry,
  groupSize,
  PANEL,
  TABLE_BYTES,
  wholePanels,
} from "./geometry.ts";
import { inputGradientOfPatches, isPatches } from "./patches.ts";

/** One direction of one phase; all in pixels of that direction. */
interface Phase {
  /** The phase's first kernel offset; the others follow by the stride. */
  readonly offset: number;
  /** Kernel rows (or columns) of the phase; 0 if no offset has its remainder. */
  readonly taps: number;
  /** First input row of the phase; the others follow by the stride. */
  readonly first: number;
  /** Input rows of the phase. */
  readonly count: number;
  /** Row of the output gradient that the first input row's last tap reads. */
  readonly from: number;
}

/**
 * Splits one direction of an input gradient into the phases of the stride.
 *
 * @param side Side of the input, in pixels.
 * @param before Pixels of padding before the input.
 */
function phasesOf(
  kernel: number,
  stride: number,
  side: number,
  before: number,
): Phase[] {
  return Array.from({ length: stride }, (_, offset) => {
    const first = (((offset - before) % stride) + stride) % stride;
    const taps = Math.max(0, Math.ceil((kernel - offset) / stride));
    return {
      offset,
      taps,
      first,
      count: Math.max(0, Math.ceil((side - first) / stride)),
      from: (first + before - offset) / stride - Math.max(0, taps - 1),
    };
  });
}

/** Zeros before the output gradient, and its side with them and those after. */
function paddedSide(phases: readonly Phase[], side: number): [number, number] {
  const before = Math.max(0, ...phases.map((phase) => -phase.from));
  const ends = phases.map((phase) =>
    phase.from + phase.count + Math.max(0, phase.taps - 1)
  );
  return [before, before + Math.max(side, ...ends)];
}

/**
 * Bytes that the kernel for one channel of output gradients may read past their
 * end.
 */
const SLACK_BYTES = 64;

/** Whether that kernel handles a convolution's input gradient. */
function isFromOne(geometry: ConvolutionGeometry): boolean {
  const g = geometry;
  return g.outputs === 1 && g.inputs % PANEL === 0 && g.width >= 4 &&
    g.strideX === 1 && g.strideY === 1 &&
    g.kernelWidth >= 3 && g.kernelWidth <= 5;
}

/**
 * Computes the input gradient of a convolution.
 *
 * @param dy Address of `[batch, outHeight, outWidth, outputs]` floats.
 * @param filter Address of `[kernelHeight, kernelWidth, inputs, outputs]`.
 * @param dx Address of `[batch, height, width, inputs]`, written.
 */
export function conv2dBackpropInput(
  device: Device,
  geometry: ConvolutionGeometry,
  dy: number,
  filter: number,
  dx: number,
): void {
  if (isPatches(geometry)) {
    inputGradientOfPatches(device, geometry, dy, filter, dx);
    return;
  }
  const { kernels } = device;
  const g = geometry;
  const rows = phasesOf(g.kernelHeight, g.strideY, g.height, g.top);
  const columns = phasesOf(g.kernelWidth, g.strideX, g.width, g.left);
  const [top, height] = paddedSide(rows, g.outHeight);
  const [left, width] = paddedSide(columns, g.outWidth);
  const from = gridOf(height, width, g.outputs);
  const to = gridOf(g.height, g.width, g.inputs);
  const source = gridOf(g.outHeight, g.outWidth, g.outputs);
  const direct = height === g.outHeight && width === g.outWidth;
  const group = direct ? g.batch : groupSize(g.batch, from.image);
  const paddedBytes = direct ? 0 : group * from.image;
  const panelBytes = 4 * g.outputs * wholePanels(g.inputs) * g.kernelHeight *
    g.kernelWidth;
  const few = !direct && isFromOne(g);
  const slack = few ? SLACK_BYTES : 0;
  const bytes = TABLE_BYTES + panelBytes + paddedBytes + slack;
  withScratch(device, bytes, (table) => {
    const panels = table + TABLE_BYTES;
    const images = panels + panelBytes;
    const phases: { row: Phase; column: Phase; panels: number }[] = [];
    let end = panels;
    for (const row of rows) {
      for (const column of columns) {
        phases.push({ row, column, panels: end });
        packPhase(device, g, row, column, filter, end);
        end += 4 * row.taps * column.taps * g.outputs * wholePanels(g.inputs);
      }
    }
    if (!direct) kernels.clear(images, paddedBytes + slack);
    for (let first = 0; first < g.batch; first += group) {
      const count = Math.min(group, g.batch - first);
      if (!direct) {
        kernels.padImages(
          ...[dy + first * source.image, images, count],
          ...[g.outHeight, g.outWidth, g.outputs, top, left],
          ...[height, width, g.outputs],
        );
      }
      for (const { row, column, panels } of phases) {
        const start = (top + row.from) * from.row +
          (left + column.from) * from.pixel;
        const target = first * to.image + row.first * to.row +
          column.first * to.pixel;
        if (few) {
          kernels.convolveFromOne(
            ...[images + start, from.image, from.row, dx + target],
            ...[count, row.count, column.count],
            ...[row.taps, column.taps, panels, g.inputs],
          );
          continue;
        }
        // A phase without taps writes zeros: no rows, whatever the columns.
        const taps = column.taps === 0 ? 0 : row.taps;
        const grids = [
          ...[(direct ? dy : images) + start, from.image],
          ...[from.row, from.pixel, dx + target, to.image],
          ...[to.row * g.strideY, to.pixel * g.strideX],
          ...[count, row.count, column.count],
          ...[taps, from.row, column.taps * g.outputs, panels],
        ];
        if (g.inputs === 1) kernels.convolveOne(...grids);
        else kernels.convolve(...grids, g.inputs, table);
      }
    }
  });
}

/** Packs the reversed, transposed part of the filter that a phase uses. */
function packPhase(
  device: Device,
  geometry: ConvolutionGeometry,
  row: Phase,
  column: Phase,
  filter: number,
  panels: number,
): void {
  const g = geometry;
  const tapBytes = 4 * g.inputs * g.outputs;
  const panelStep = 32 * row.taps * column.taps * g.outputs;
  for (let r = 0; r < row.taps; r++) {
    const y = row.offset + g.strideY * (row.taps - 1 - r);
    for (let c = 0; c < column.taps; c++) {
      const x = column.offset + g.strideX * (column.taps - 1 - c);
      const from = filter + (y * g.kernelWidth + x) * tapBytes;
      const tap = r * column.taps + c;
      if (g.inputs === 1) {
        // One channel is computed without panels, from floats in order.
        device.kernels.transpose(from, panels + tap * tapBytes, 1, g.outputs);
        continue;
      }
      device.kernels.packPanels(
        from,
        panels + 32 * tap * g.outputs,
        ...[g.outputs, g.inputs, 4, 4 * g.outputs, panelStep],
      );
    }
  }
}
