/**
 * Arranges a layer's feature maps side by side, and paints them.
 *
 * @module
 */

import type { LayerValues } from "../../engine/layer_values.ts";

/** Full strength of a value in a picture. */
export const FULL = 255;

/** Pixels that a map's pixel has at least, along each side. */
const LEAST_ZOOM = 2;

/** Most maps side by side, on a wide screen. */
const MOST_COLUMNS = 32;

/** Pixels between rows of maps. */
const GAP = 2;

/** Where the maps of a layer are. */
export interface MapPlaces {
  /** Pixels along each side of a map's pixel. */
  readonly zoom: number;
  /** The left edge of each map. */
  readonly lefts: readonly number[];
  /** The top edge of each map. */
  readonly tops: readonly number[];
  /** Height of all maps, at least 1. */
  readonly height: number;
}

/** Pixels to paint on. */
export interface Paper {
  /** Pixels in a row. */
  readonly width: number;
  /** The colours of all pixels, row by row. */
  readonly colors: Uint32Array;
  /** Colours by strength, 0 to {@linkcode FULL}. */
  readonly ramp: Uint32Array;
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
 * Arranges the maps of a layer over the whole width.
 *
 * @param layer Its maps.
 * @param width Pixels in a row, at least a map's.
 */
export function placeMaps(
  { rows, columns: across, channels }: LayerValues,
  width: number,
): MapPlaces {
  const room = width + GAP;
  const most = Math.floor(room / (across * LEAST_ZOOM + GAP));
  const columns = columnsFor(
    channels,
    Math.max(1, Math.min(MOST_COLUMNS, most)),
  );
  const zoom = Math.max(1, Math.floor((room / columns - GAP) / across));
  // What is left over lies between the maps.
  const step = columns === 1 ? 0 : (width - across * zoom) / (columns - 1);
  const down = rows * zoom + GAP;
  const maps = Array.from({ length: channels }, (_, i) => i);
  return {
    zoom,
    lefts: maps.map((i) => Math.floor(i % columns * step)),
    tops: maps.map((i) => Math.floor(i / columns) * down),
    height: Math.ceil(channels / columns) * down - GAP,
  };
}

/**
 * Paints the maps of a layer that have a place, the largest value at full
 * strength.
 *
 * @param layer The layer, its values codes.
 * @param places Where its maps are, as {@linkcode placeMaps} returns it.
 * @param paper Receives them.
 * @param top The row of the paper where they begin.
 */
export function paintMaps(
  { rows, columns: across, channels, values }: LayerValues,
  { zoom, lefts, tops }: MapPlaces,
  { width, colors, ramp }: Paper,
  top: number,
): void {
  const palette = paletteFor(largestOf(values), ramp);
  for (let channel = 0; channel < lefts.length; channel++) {
    const left = lefts[channel]!;
    for (let y = 0; y < rows; y++) {
      const start = (top + tops[channel]! + y * zoom) * width + left;
      let at = start;
      let from = y * across * channels + channel;
      for (let x = 0; x < across; x++, from += channels) {
        const color = palette[values[from]!]!;
        for (let i = 0; i < zoom; i++) colors[at++] = color;
      }
      for (let i = 1; i < zoom; i++) {
        colors.copyWithin(start + i * width, start, at);
      }
    }
  }
}

/** The colour of each value; the square root lets weak values be seen. */
function paletteFor(largest: number, ramp: Uint32Array): Uint32Array {
  const brightest = Math.max(1, largest);
  const palette = new Uint32Array(brightest + 1);
  for (let value = 0; value <= brightest; value++) {
    palette[value] = ramp[Math.round(FULL * Math.sqrt(value / brightest))]!;
  }
  return palette;
}

/**
 * The largest value of a layer.
 *
 * @param values The values; at least one.
 */
export function largestOf(values: LayerValues["values"]): number {
  let largest = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i]! > largest) largest = values[i]!;
  }
  return largest;
}

/** Whether two layers have the same values. */
export function areSame(one: LayerValues, other: LayerValues): boolean {
  const { values } = one;
  if (values.length !== other.values.length) return false;
  for (let i = 0; i < values.length; i++) {
    if (values[i] !== other.values[i]) return false;
  }
  return true;
}
