/**
 * Geometry in one pass: every pixel of the result is sampled once, bilinearly,
 * through an affine map and a displacement field, so interpolation blurs only
 * once.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Matrix } from "./affine.ts";
import type { Point } from "./centre.ts";
import { type ElasticField, elasticRow } from "./elastic.ts";
import { PADDED_STRIDE } from "./padded.ts";

/** Padded columns and rows from here on are paper. */
const LAST = IMAGE_SIZE + 1;

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
  const { rowX, rowY } = field;
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    elasticRow(field, y);
    // Plus 1, because in padded coordinates the image begins at (1, 1).
    let placeX = from.x + 1 + xy * (y - to.y) - xx * to.x;
    let placeY = from.y + 1 + yy * (y - to.y) - yx * to.x;
    for (let x = 0; x < IMAGE_SIZE; x++, i++, placeX += xx, placeY += yx) {
      const sx = placeX + rowX[x]!;
      const sy = placeY + rowY[x]!;
      if (sx >= 0 && sx < LAST && sy >= 0 && sy < LAST) {
        const left = sx | 0;
        const top = sy | 0;
        const right = sx - left;
        const down = sy - top;
        const k = top * PADDED_STRIDE + left;
        const nw = source[k]!;
        const ne = source[k + 1]!;
        const sw = source[k + PADDED_STRIDE]!;
        const se = source[k + PADDED_STRIDE + 1]!;
        const above = nw + right * (ne - nw);
        const below = sw + right * (se - sw);
        image[i] = above + down * (below - above);
      } else {
        image[i] = 0;
      }
    }
  }
}
