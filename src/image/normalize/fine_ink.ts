/**
 * The digit's ink brought to the fine grid, and from there to the digit image.
 *
 * What is done to every cell is done by kernels; the fine grid never leaves
 * their memory.
 *
 * @module
 */

import type { Box } from "./components.ts";
import type { DigitInk } from "./digit_ink.ts";
import { after, checkKernelSide, kernel, ROOM } from "../kernel.ts";
import { BOX_SIZE, FINE, placeAtCenter } from "./layout.ts";
import { missingWidth } from "./stroke_width.ts";

/** Bytes of a fine grid: 82 rows of 88 floats. */
const GRID_BYTES = 82 * 88 * 4;

/** Where everything lies in the kernels' memory. */
const SHARES = ROOM;
const BOX_MEANS = after(SHARES, 8 * 256);
const NUMBERS = after(BOX_MEANS, 4 * BOX_SIZE * BOX_SIZE);
const GRID = after(NUMBERS, 8 * 3);
const FINE_GRID = after(GRID, GRID_BYTES);
const WORK = after(FINE_GRID, GRID_BYTES);
/** Behind the room for a resampler's taps and rows, and for distances. */
const INK = after(WORK, 3 * 16 * 1024 + 4 * 88 * 257);

/** Ink on the fine grid, in the kernels' memory. */
interface Fine {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Fits a box to the fine grid, keeping its shape, its strokes at least a pen
 * wide, and lays it out as MNIST does.
 *
 * @param digit The digit's ink, at most 256 pixels a side.
 * @param box The digit's box, whose edges may cut pixels.
 * @returns 28x28 bytes, 0 paper, 255 ink.
 * @throws {RangeError} The picture is larger.
 */
export function fitInk({ ink, width, shares }: DigitInk, box: Box): Uint8Array {
  const { run, bytes, words, doubles } = kernel;
  const height = ink.length / width;
  checkKernelSide(width, height);
  bytes.set(ink, INK);
  doubles.set(shares, SHARES / 8);
  const grid = resample(width, height, box, 0);
  run.measure(GRID, grid.columns, grid.rows, NUMBERS);
  const reach = missingWidth(words[NUMBERS / 4]!, words[NUMBERS / 4 + 1]!);
  if (reach === 0) return layOut(sharpen(grid, 0));
  // Ink that grows needs room to grow into, within the same 20x20.
  const frame = Math.ceil(reach);
  const fine = sharpen(resample(width, height, box, frame), frame);
  // The new edge is one cell soft.
  run.widen(FINE_GRID, fine.columns, fine.rows, reach + 0.5, WORK);
  return layOut(fine);
}

/** Fits the box to the grid less a frame. */
function resample(
  width: number,
  height: number,
  { left, top, right, bottom }: Box,
  frame: number,
): Fine {
  const wide = right - left;
  const high = bottom - top;
  const scale = (BOX_SIZE * FINE - 2 * frame) / Math.max(wide, high);
  const columns = Math.max(1, Math.round(wide * scale));
  const rows = Math.max(1, Math.round(high * scale));
  kernel.run.resample(
    ...[INK, width, height, SHARES],
    ...[left, top, right, bottom],
    ...[columns, rows, WORK, GRID],
  );
  return { columns, rows };
}

/** Sharpens the grid's edges and puts an empty frame around it. */
function sharpen({ columns, rows }: Fine, frame: number): Fine {
  const { run, bytes } = kernel;
  bytes.fill(0, FINE_GRID, FINE_GRID + GRID_BYTES);
  run.sharpen(GRID, columns, rows, frame, FINE_GRID);
  return { columns: columns + 2 * frame, rows: rows + 2 * frame };
}

/** The same as `layOut` of layout.ts, by a kernel. */
function layOut(fine: Fine): Uint8Array {
  const { run, bytes, floats, doubles } = kernel;
  const columns = Math.ceil(fine.columns / FINE);
  const rows = Math.ceil(fine.rows / FINE);
  // Cells that don't fill a pixel are spread evenly to both sides.
  const offsetX = (columns * FINE - fine.columns) >> 1;
  const offsetY = (rows * FINE - fine.rows) >> 1;
  bytes.fill(0, BOX_MEANS, BOX_MEANS + 4 * columns * rows);
  run.average(
    ...[FINE_GRID, fine.columns, fine.rows, offsetX, offsetY, columns],
    ...[BOX_MEANS, NUMBERS],
  );
  return placeAtCenter({
    columns,
    rows,
    means: floats.subarray(BOX_MEANS / 4, BOX_MEANS / 4 + columns * rows),
    mass: doubles[NUMBERS / 8]!,
    momentX: doubles[NUMBERS / 8 + 1]!,
    momentY: doubles[NUMBERS / 8 + 2]!,
  });
}
