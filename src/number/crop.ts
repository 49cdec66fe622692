/**
 * Converts pieces of ink to a digit image.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { refineBox } from "../image/normalize/edges.ts";
import { fitInk } from "../image/normalize/fit.ts";
import { layOut } from "../image/normalize/layout.ts";
import { reduce } from "../image/normalize/reduce.ts";
import { boxAround } from "../image/normalize/select.ts";
import type { InkPlane } from "./ink_plane.ts";
import type { Piece } from "./pieces.ts";

/** Longest side in pixels, without the margin; larger digits are reduced. */
const LONGEST = 250;

/**
 * Lays out some pieces of a picture as MNIST does, without the ink around them.
 *
 * @param plane The picture's ink.
 * @param pieces At least one.
 * @returns 28x28 bytes, 0 paper, 255 ink.
 */
export function digitOfPieces(
  plane: InkPlane,
  pieces: readonly Piece[],
): Uint8Array {
  const box = boxAround(pieces);
  const crop = reduce(cut(plane, pieces, box), LONGEST + 2);
  const { width, pixels } = crop;
  const factor = (box.right - box.left + 2) / width;
  const inner = {
    left: 1 / factor,
    top: 1 / factor,
    right: (box.right - box.left + 1) / factor,
    bottom: (box.bottom - box.top + 1) / factor,
  };
  const ink = { ink: pixels, width, shares: plane.shares };
  return layOut(fitInk(ink, factor === 1 ? refineBox(ink, inner) : inner));
}

/** The pieces' ink with its soft edges, and a margin of one empty pixel. */
function cut(
  { ink, width, height, threshold }: InkPlane,
  pieces: readonly Piece[],
  { left, top, right, bottom }: Box,
) {
  const columns = right - left + 2;
  const rows = bottom - top + 2;
  const pixels = new Uint8Array(columns * rows);
  const shift = 1 - left;
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      const row = runs[at]!;
      const start = Math.max(0, runs[at + 1]! - 1);
      const end = Math.min(width, runs[at + 2]! + 1);
      // Fainter pixels next to ink are its soft edge.
      const last = Math.min(height - 1, row + 1);
      for (let y = Math.max(0, row - 1); y <= last; y++) {
        const to = (y + 1 - top) * columns + shift;
        // In the run's own row, only the pixels at its ends.
        const step = y === row ? Math.max(1, end - 1 - start) : 1;
        for (let x = start; x < end; x += step) {
          const level = ink[y * width + x]!;
          if (level <= threshold) pixels[to + x] = level;
        }
      }
    }
  }
  for (const { runs } of pieces) {
    for (let at = 0; at < runs.length; at += 3) {
      const row = runs[at]!;
      const start = runs[at + 1]!;
      pixels.set(
        ink.subarray(row * width + start, row * width + runs[at + 2]!),
        (row + 1 - top) * columns + start + shift,
      );
    }
  }
  return { width: columns, height: rows, pixels };
}
