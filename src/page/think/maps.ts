/**
 * Arranges a layer's feature maps as one picture.
 *
 * @module
 */

import type { LayerValues } from "../../engine/layer_values.ts";

/** Full strength of a value in a picture. */
export const FULL = 255;

/** Feature maps side by side, a pixel of nothing between them. */
export interface MapSheet {
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** `width * height` strengths, 0 to {@linkcode FULL}. */
  readonly pixels: Uint8Array;
}

/**
 * How many maps stand side by side: as many as fit, in rows of equal length if
 * there is a way.
 *
 * @param channels How many maps there are.
 * @param most How many fit.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { columnsFor } from "./maps.ts";
 *
 * assert.equal(columnsFor(24, 16), 12);
 * assert.equal(columnsFor(13, 6), 6);
 * ```
 */
export function columnsFor(channels: number, most: number): number {
  const largest = Math.min(channels, most);
  for (let columns = largest; columns > largest / 2; columns--) {
    if (channels % columns === 0) return columns;
  }
  return largest;
}

/**
 * Arranges the maps of a layer.
 *
 * @param layer The layer, its values codes of at least 0.
 * @param columns How many maps stand side by side.
 * @param brightest The value that is shown at full strength, above 0.
 * @param sheet Receives the picture, if it has the right size: maps are
 *   arranged anew with every frame.
 * @returns The picture.
 */
export function arrangeMaps(
  { rows, columns: across, channels, values }: LayerValues,
  columns: number,
  brightest: number,
  sheet?: MapSheet,
): MapSheet {
  const width = columns * (across + 1) - 1;
  const height = Math.ceil(channels / columns) * (rows + 1) - 1;
  const fits = sheet?.width === width && sheet.height === height;
  const pixels = fits ? sheet.pixels : new Uint8Array(width * height);
  for (let channel = 0; channel < channels; channel++) {
    const left = channel % columns * (across + 1);
    const top = Math.floor(channel / columns) * (rows + 1);
    for (let y = 0; y < rows; y++) {
      const at = (top + y) * width + left;
      for (let x = 0; x < across; x++) {
        const value = values[(y * across + x) * channels + channel]!;
        // The square root lets weak values be seen.
        const strength = Math.sqrt(Math.max(0, value) / brightest);
        pixels[at + x] = Math.min(FULL, Math.round(FULL * strength));
      }
    }
  }
  return fits ? sheet : { width, height, pixels };
}

/**
 * The largest value of a layer.
 *
 * @param values The values; at least one.
 */
export function largestOf(values: LayerValues["values"]): number {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  return largest;
}
