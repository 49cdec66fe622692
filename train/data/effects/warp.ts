/**
 * Geometry in one pass: every pixel of the result is sampled once, bilinearly, through
 * an affine map and a displacement field, so that it is blurred once only.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Matrix } from "./affine.ts";
import type { Point } from "./centre.ts";
import { type ElasticField, elasticRow } from "./elastic.ts";
import { PADDED_STRIDE } from "./padded.ts";

/** Where each pixel of the result comes from. */
export interface WarpMap {
  /** The place in the result that shows `from`. */
  readonly to: Point;
  /** A place in the source. */
  readonly from: Point;
  /** Takes offsets from `to` to offsets from `from`. */
  readonly inverse: Matrix;
  /** Added to places in the source. */
  readonly field: ElasticField;
}

/**
 * Samples a distorted image.
 *
 * @param source Padded, 31x31; outside is paper.
 * @param image Where to write the result: 28x28, row-major.
 * @param map Where each pixel comes from.
 */
export function warp(
  source: Float32Array,
  image: Float32Array,
  map: WarpMap,
): void {
  const { to, from, inverse: { xx, xy, yx, yy }, field } = map;
  const rowX = new Float32Array(IMAGE_SIZE);
  const rowY = new Float32Array(IMAGE_SIZE);
  // Counted in padded pixels: the border of paper is at 0 and from 29 on.
  const beyond = IMAGE_SIZE + 1;
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    elasticRow(field.x, y, rowX);
    elasticRow(field.y, y, rowY);
    let placeX = from.x + 1 + xy * (y - to.y) - xx * to.x;
    let placeY = from.y + 1 + yy * (y - to.y) - yx * to.x;
    for (let x = 0; x < IMAGE_SIZE; x++, i++, placeX += xx, placeY += yx) {
      const sx = Math.min(beyond, Math.max(0, placeX + rowX[x]!));
      const sy = Math.min(beyond, Math.max(0, placeY + rowY[x]!));
      const left = sx | 0;
      const top = sy | 0;
      const right = sx - left;
      const down = sy - top;
      const k = top * PADDED_STRIDE + left;
      const above = source[k]! + right * (source[k + 1]! - source[k]!);
      const below = source[k + PADDED_STRIDE]! +
        right * (source[k + PADDED_STRIDE + 1]! - source[k + PADDED_STRIDE]!);
      image[i] = above + down * (below - above);
    }
  }
}
