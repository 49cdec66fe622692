/**
 * MNIST-C's scale.
 *
 * @module
 */

import type { Corruption } from "../corruption.ts";
import { transformed } from "../transform.ts";

const SCALE = 0.7;

/** Seven tenths as large. */
export const scale: Corruption = (image) =>
  transformed(image, { xx: 1 / SCALE, xy: 0, yx: 0, yy: 1 / SCALE });
