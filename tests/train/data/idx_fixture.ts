/**
 * Small IDX files for tests.
 *
 * @module
 */

import type { IdxFile } from "../../../train/data/idx.ts";

/**
 * An IDX file of images whose every pixel is the image's number, but for one of
 * ink in the middle.
 *
 * @param name The file's name.
 * @param count Images.
 * @param side Rows and columns.
 */
export function idxImages(name: string, count: number, side = 28): IdxFile {
  const bytes = new Uint8Array(16 + count * side * side);
  const view = new DataView(bytes.buffer);
  [0x803, count, side, side].forEach((value, i) =>
    view.setUint32(4 * i, value)
  );
  for (let i = 0; i < count; i++) {
    const start = 16 + i * side * side;
    bytes.fill(i, start, start + side * side);
    bytes[start + side * (side / 2) + side / 2] = 255;
  }
  return { name, bytes };
}

/**
 * An IDX file of labels.
 *
 * @param name The file's name.
 * @param labels Its bytes.
 */
export function idxLabels(name: string, labels: number[]): IdxFile {
  const bytes = new Uint8Array(8 + labels.length);
  const view = new DataView(bytes.buffer);
  [0x801, labels.length].forEach((value, i) => view.setUint32(4 * i, value));
  bytes.set(labels, 8);
  return { name, bytes };
}
