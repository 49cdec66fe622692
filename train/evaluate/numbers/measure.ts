/**
 * Measures how many rows of digits are read entirely right.
 *
 * @module
 */

import { composedRow } from "../../../src/network/streams.ts";
import { findLines, readNumber } from "../../../src/number/picture.ts";
import type { DigitReader } from "../../../src/recognizer.ts";
import type { Dataset } from "../../data/dataset.ts";
import { photograph } from "./photograph.ts";
import { isReachable } from "./reachable.ts";
import { composeRow, type RowOptions } from "./rows.ts";

/** A kind of rows. */
export interface RowKind {
  /** Its name. */
  readonly name: string;
  /** How its rows are composed. */
  readonly options: RowOptions;
  /** Whether they are photographed. */
  readonly photographed: boolean;
}

/** Separate digits with uneven spacing, slope and size. */
const APART = { height: 32, digits: [2, 8], touching: 0, slope: 0.08 } as const;

/** The kinds of rows that are measured. */
export const ROW_KINDS: readonly RowKind[] = [
  { name: "apart", options: APART, photographed: false },
  {
    name: "apart, 90 pixels high",
    options: { ...APART, height: 90 },
    photographed: false,
  },
  {
    name: "pairs that touch",
    options: { height: 32, digits: [2, 2], touching: 1, slope: 0 },
    photographed: false,
  },
  {
    name: "rows in which a third touch",
    options: { ...APART, digits: [3, 6], touching: 1 / 3 },
    photographed: false,
  },
  {
    name: "half the digits broken",
    options: { ...APART, broken: 0.5 },
    photographed: false,
  },
  {
    name: "with points, commas and minuses",
    options: { ...APART, marks: 0.4 },
    photographed: false,
  },
  {
    name: "after a currency sign",
    options: { ...APART, sign: true },
    photographed: false,
  },
  {
    name: "photographed",
    options: { ...APART, height: 40 },
    photographed: true,
  },
];

/** The measurements of a kind. */
export interface RowFigures {
  /** The kind's name. */
  readonly name: string;
  /** Share of rows read entirely right. */
  readonly exact: number;
  /** Share of rows whose true digits are among the readings considered. */
  readonly reachable: number;
  /** Share of rows read wrong and not rejected. */
  readonly silentlyWrong: number;
  /** Median milliseconds per row, from grey picture to digits. */
  readonly milliseconds: number;
}

/**
 * Reads rows of a kind.
 *
 * @param reader Reads digit images.
 * @param dataset Digits that rows are composed of.
 * @param kind The kind of rows.
 * @param count How many are read.
 * @param seed Seed of the rows.
 */
export function measureRows(
  reader: DigitReader,
  dataset: Dataset,
  { name, options, photographed }: RowKind,
  count: number,
  seed = 1,
): RowFigures {
  const times: number[] = [];
  let exact = 0;
  let reachable = 0;
  let silentlyWrong = 0;
  for (let i = 0; i < count; i++) {
    const random = composedRow(seed, i);
    const { image, text } = composeRow(dataset, random, options);
    const page = photographed
      ? photograph(image, random, 1.6 * options.height)
      : image;
    const start = performance.now();
    const lines = readNumber(reader, page);
    times.push(performance.now() - start);
    const digits = lines.flat().map(({ answer }) => answer);
    const isRight = lines.length === 1 &&
      digits.map(({ digit }) => digit).join("") === text;
    if (isReachable(findLines(reader, page), text)) reachable++;
    if (isRight) exact++;
    else if (!digits.some(({ rejected }) => rejected)) silentlyWrong++;
  }
  times.sort((a, b) => a - b);
  return {
    name,
    exact: exact / count,
    reachable: reachable / count,
    silentlyWrong: silentlyWrong / count,
    milliseconds: times[times.length >> 1]!,
  };
}
