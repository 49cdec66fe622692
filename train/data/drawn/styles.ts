/**
 * Ways of writing each digit as ranges instead of single templates: a one's flag of any length
 * and slope, a nine's tail of any kind. They cover what lies between the templates.
 *
 * @module
 */

import type { Random } from "../../../src/network/random.ts";
import { eight, six, three, two, zero } from "./round_styles.ts";
import { five, four, nine, one, seven } from "./stem_styles.ts";
import type { FigureTemplate } from "./template.ts";

/** Draws one figure of a style, on the sheet of 100 x 140. */
export type Style = (random: Random) => FigureTemplate;

/** The style of each digit, from 0 to 9. */
export const DIGIT_STYLES: readonly Style[] = [
  zero,
  one,
  two,
  three,
  four,
  five,
  six,
  seven,
  eight,
  nine,
];
