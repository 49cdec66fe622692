/**
 * Matrix product in all four transpositions, block by block: panels of the
 * right matrix are packed for the second-level cache, and a block of the left
 * one's rows stays in the first-level cache while it is multiplied by all of
 * them. The left matrix is read in place, or packed four rows to a vector if
 * transposed.
 *
 * @module
 */

import { type Device, withScratch } from "../wasm.ts";
import { PANEL, wholePanels } from "./geometry.ts";

/** Longest sums computed at once; longer ones are accumulated in memory. */
const INNER = 256;

/**
 * Bytes of packed panels at a time, which should stay in the second-level
 * cache.
 */
const PANELS_BYTES = 256 * 1024;

/** Bytes of the left matrix's rows at a time, for the first-level cache. */
const ROWS_BYTES = 24 * 1024;

/** Sizes of a product of a `[rows, inner]` and an `[inner, columns]` matrix. */
export interface ProductShape {
  /** Rows of the left matrix and of the product. */
  readonly rows: number;
  /** Columns of the left matrix, rows of the right one. */
  readonly inner: number;
  /** Columns of the right matrix and of the product. */
  readonly columns: number;
  /** The left matrix is stored as `[inner, rows]`. */
  readonly transposeA: boolean;
  /** The right matrix is stored as `[columns, inner]`. */
  readonly transposeB: boolean;
}

/**
 * Computes a matrix product.
 *
 * @param a Address of the left matrix; `b` of the right one.
 * @param c Address of `[rows, columns]` floats, written.
 */
export function matmul(
  device: Device,
  shape: ProductShape,
  a: number,
  b: number,
  c: number,
): void {
  const { kernels } = device;
  const { rows, inner, columns, transposeA, transposeB } = shape;
  if (inner === 0) {
    kernels.clear(c, 4 * rows * columns);
    return;
  }
  const depth = evenly(inner, INNER, 4);
  const panelBytes = 4 * PANEL * depth;
  const width = Math.min(
    Math.max(1, Math.floor(PANELS_BYTES / panelBytes)) * PANEL,
    wholePanels(columns),
  );
  const height = evenly(rows, Math.floor(ROWS_BYTES / (4 * depth)), 4);
  const groupBytes = panelBytes * (width / PANEL);
  const quadBytes = transposeA ? 4 * depth * height : 0;
  const rowStep = transposeB ? 4 : 4 * columns;
  const columnStep = transposeB ? 4 * inner : 4;
  withScratch(device, groupBytes + quadBytes, (panels) => {
    const quads = panels + groupBytes;
    for (let k = 0; k < inner; k += depth) {
      const terms = Math.min(depth, inner - k);
      for (let column = 0; column < columns; column += width) {
        const count = Math.min(width, columns - column);
        kernels.packPanels(
          ...[b + k * rowStep + column * columnStep, panels, terms, count],
          ...[rowStep, columnStep, 4 * PANEL * terms],
        );
        for (let row = 0; row < rows; row += height) {
          const some = Math.min(height, rows - row);
          const rest = [
            ...[panels, c + 4 * (row * columns + column), 4 * columns],
            ...[some, terms, count, k > 0 ? 1 : 0],
          ];
          if (transposeA) {
            const from = a + 4 * (k * rows + row);
            kernels.packQuads(from, quads, terms, some, 4 * rows);
            kernels.multiplyQuads(quads, ...rest);
          } else {
            const from = a + 4 * (row * inner + k);
            kernels.multiplyRows(from, 4 * inner, ...rest);
          }
        }
      }
    }
  });
}

/**
 * Cuts a length into roughly equal parts, each a multiple of `step`, and
 * returns their size.
 */
function evenly(length: number, most: number, step: number): number {
  const parts = Math.ceil(length / Math.max(step, most));
  return Math.ceil(length / parts / step) * step;
}
