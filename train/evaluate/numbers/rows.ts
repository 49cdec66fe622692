/**
 * Rows composed of single digits, for measuring how numbers are read.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Dataset } from "../../data/dataset.ts";
import {
  broken,
  digitInk,
  type Ink,
  type Mark,
  markInk,
  SIGNS,
  SMALL_MARKS,
} from "./ink.ts";

/** A row and its digits. */
export interface DigitRow {
  /** Dark ink on white. */
  readonly image: GreyImage;
  /** Its digits. */
  readonly text: string;
  /**
   * `[height, width]`: index of the digit whose ink is darkest at each pixel;
   * -1 for paper, the number of digits for marks.
   */
  readonly owners: Int8Array;
}

/** The properties of rows. */
export interface RowOptions {
  /** Height of the digits in pixels, before each varies by 15 %. */
  readonly height: number;
  /** Fewest and most digits. */
  readonly digits: readonly [number, number];
  /** Share of neighbours that touch, 0 to 1; the others stand apart. */
  readonly touching: number;
  /** Maximum overlap of those that touch, in heights; 0 by default. */
  readonly depth?: number;
  /** Share of digits that are broken by a gap, 0 to 1; none by default. */
  readonly broken?: number;
  /**
   * Share of the places between digits that have a point, a comma or a minus, 0
   * to 1.
   */
  readonly marks?: number;
  /** Whether a currency sign stands before the digits. */
  readonly sign?: boolean;
  /** Maximum slope of the line, in rows per column; 0 for level lines. */
  readonly slope: number;
}

/** Share of ink that counts as touching. */
const SOLID = 0.5;

/**
 * Composes a row.
 *
 * @param dataset Single digits.
 * @param random Chooses digits, sizes, gaps and the slope.
 */
export function composeRow(
  dataset: Dataset,
  random: Random,
  options: RowOptions,
): DigitRow {
  const { height, digits: [fewest, most], touching, slope } = options;
  const { depth = 0, broken: breaking = 0, marks = 0, sign = false } = options;
  const count = fewest + random.below(most - fewest + 1);
  const margin = Math.ceil(height * 0.6);
  const places = count + Math.ceil(marks * count) + Number(sign);
  const width = Math.ceil(2 * margin + places * height * 2);
  const lean = random.between(-slope, slope);
  const tall = Math.ceil(2 * margin + 1.4 * height + Math.abs(lean) * width);
  const ink = new Float32Array(width * tall);
  const owner = new Int8Array(width * tall).fill(-1);
  const base = margin + 1.2 * height + Math.max(0, -lean * width);
  let right = margin;
  let text = "";
  const addMark = (kinds: readonly Mark[]) => {
    const kind = kinds[random.below(kinds.length)]!;
    const mark = markInk(kind, height, random);
    const x = Math.round(right + random.between(0.1, 0.3) * height);
    const y = Math.round(base + lean * x - mark.above);
    put(ink, owner, count, width, mark.ink, x, y);
    right = x + mark.ink.width;
  };
  if (sign) addMark(Object.values(SIGNS));
  for (let i = 0; i < count; i++) {
    if (i > 0 && marks > 0 && random.uniform() < marks) {
      addMark(Object.values(SMALL_MARKS));
    }
    const index = random.below(dataset.count);
    const size = height * random.between(0.85, 1.15);
    const whole = digitInk(dataset, index, size);
    const digit = breaking > 0 && random.uniform() < breaking
      ? broken(whole, 0.06 * height, random)
      : whole;
    const wanted = i > 0 && random.uniform() < touching
      ? null
      : random.between(0.08, 0.6) * height;
    const left = wanted === null ? right - digit.width : right + wanted;
    let x = Math.round(right === margin ? margin : left);
    const rise = random.between(-0.05, 0.05) * height;
    const yAt = (column: number) =>
      Math.round(base + lean * column + rise - digit.height);
    if (wanted === null) {
      // Moves right from inside the previous digit until they just touch.
      let last = x;
      while (x < right + 2) {
        if (overlaps(ink, width, digit, x, yAt(x))) last = x;
        x++;
      }
      x = last;
      if (depth > 0) x -= Math.floor(random.between(0, depth) * height);
    }
    put(ink, owner, i, width, digit, x, yAt(x));
    right = Math.max(right, x + digit.width);
    text += dataset.labels[index]!;
  }
  const columns = Math.min(width, Math.ceil(right + margin));
  const pixels = new Uint8Array(columns * tall);
  const owners = new Int8Array(columns * tall);
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < columns; x++) {
      pixels[y * columns + x] = 255 - Math.round(255 * ink[y * width + x]!);
      owners[y * columns + x] = owner[y * width + x]!;
    }
  }
  return { image: { width: columns, height: tall, pixels }, text, owners };
}

function overlaps(
  ink: Float32Array,
  width: number,
  digit: Ink,
  left: number,
  top: number,
): boolean {
  for (let y = 0; y < digit.height; y++) {
    for (let x = 0; x < digit.width; x++) {
      const here = digit.values[y * digit.width + x]!;
      if (here >= SOLID && ink[(top + y) * width + left + x]! >= SOLID) {
        return true;
      }
    }
  }
  return false;
}

function put(
  ink: Float32Array,
  owner: Int8Array,
  index: number,
  width: number,
  digit: Ink,
  left: number,
  top: number,
): void {
  for (let y = 0; y < digit.height; y++) {
    for (let x = 0; x < digit.width; x++) {
      const at = (top + y) * width + left + x;
      const here = digit.values[y * digit.width + x]!;
      if (here <= ink[at]!) continue;
      ink[at] = here;
      owner[at] = index;
    }
  }
}
