/**
 * What each of a study's plots shows; main.ts draws them.
 *
 * @module
 */

import { type Arm, ARMS } from "../arms.ts";
import type { Summary } from "../results.ts";

/** Wrong answers in percent, by number of labels; null where none was measured. */
export interface ArmLine {
  /** How the recognizers were trained. */
  readonly arm: Arm;
  /** Mean. */
  readonly mean: readonly (number | null)[];
  /** Least. */
  readonly low: readonly (number | null)[];
  /** Greatest. */
  readonly high: readonly (number | null)[];
}

/** One plot. */
export interface Plot {
  /** What was read. */
  readonly title: string;
  /** Numbers of labels, ascending. */
  readonly labels: readonly number[];
  /** The arms that were measured. */
  readonly lines: readonly ArmLine[];
}

/** Least share of wrong answers, in percent, that a logarithmic axis can show. */
const LEAST = 0.01;

/** A plot for each thing that was read. */
export function plotsOf(summaries: readonly Summary[]): Plot[] {
  const measures = [...new Set(summaries.map(({ measure }) => measure))];
  return measures.map((title) => {
    const own = summaries.filter(({ measure }) => measure === title);
    const labels = [...new Set(own.map(({ labels }) => labels))]
      .sort((a, b) => a - b);
    const lines = ARMS.flatMap((arm): ArmLine[] => {
      const found = labels.map((count) =>
        own.find((row) => row.arm === arm && row.labels === count)
      );
      if (found.every((row) => row === undefined)) return [];
      const wrong = (pick: (row: Summary) => number) =>
        found.map((row) => row ? Math.max(LEAST, 100 * (1 - pick(row))) : null);
      return [{
        arm,
        mean: wrong(({ mean }) => mean),
        low: wrong(({ range }) => range[1]),
        high: wrong(({ range }) => range[0]),
      }];
    });
    return { title, labels, lines };
  });
}
