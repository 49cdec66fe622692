/**
 * Matrix product in all four transpositions: a 1 x 1 convolution whose pixels
 * are the rows of the left matrix. The right one is packed into panels as it
 * lies, the left one is transposed first where asked.
 *
 * @module
 */

import { type Device, withScratch } from "../wasm.ts";
import { PANEL, TABLE_BYTES, wholePanels } from "./geometry.ts";

/** Bytes of panels in use at a time: half of the second-level cache. */
const PANELS_BYTES = 1024 * 1024;

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
  const panelBytes = 4 * PANEL * Math.max(1, inner);
  const panels = Math.max(1, Math.floor(PANELS_BYTES / panelBytes));
  const group = Math.min(panels * PANEL, wholePanels(columns));
  const groupBytes = panelBytes * (group / PANEL);
  const aBytes = transposeA ? 4 * rows * inner : 0;
  withScratch(device, TABLE_BYTES + groupBytes + aBytes, (table) => {
    const packed = table + TABLE_BYTES;
    const left = transposeA ? packed + groupBytes : a;
    if (transposeA) kernels.transpose(a, left, inner, rows);
    const rowStep = transposeB ? 4 : 4 * columns;
    const columnStep = transposeB ? 4 * inner : 4;
    for (let first = 0; first < columns; first += group) {
      const count = Math.min(group, columns - first);
      kernels.packPanels(
        ...[b + first * columnStep, packed, inner, count],
        ...[rowStep, columnStep, panelBytes],
      );
      kernels.convolve(
        ...[left, 0, 0, 4 * inner],
        ...[c + 4 * first, 0, 0, 4 * columns],
        ...[1, 1, rows, 1, 4 * inner, inner, packed, count, table],
      );
    }
  });
}
