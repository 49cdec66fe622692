/**
 * Damages of pictures that clients send.
 *
 * @module
 */

import type { Damage } from "../picture.ts";
import { blur } from "./blur.ts";
import { gradient } from "./gradient.ts";
import { jpeg } from "./jpeg.ts";
import { lines } from "./lines.ts";
import { noise } from "./noise.ts";
import { polarity } from "./polarity.ts";
import { rotation } from "./rotation.ts";
import { scale } from "./scale.ts";
import { shift } from "./shift.ts";
import { strokeWidth } from "./stroke_width.ts";

/** By name. */
export const CLIENT_DAMAGES: ReadonlyMap<string, Damage> = new Map<
  string,
  Damage
>([
  ["shift", shift],
  ["scale", scale],
  ["rotation", rotation],
  ["stroke width", strokeWidth],
  ["polarity", polarity],
  ["gradient", gradient],
  ["blur", blur],
  ["jpeg", jpeg],
  ["noise", noise],
  ["lines", lines],
]);
