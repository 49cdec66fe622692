/**
 * Charts of what evaluations measured, from one to the next.
 *
 * @module
 */

import type { Measure } from "../run_data.ts";
import type { ChartSpec } from "./chart_spec.ts";
import { loss, percent, plain } from "./words.ts";

/** Measures that are drawn together. */
interface Group {
  /** Title of their chart. */
  readonly title: string;
  /** Names in the log, and their labels in the chart; one or two. */
  readonly lines: readonly (readonly [name: string, label: string])[];
  /** Whether they are shares, from 0 to 1. */
  readonly areShares: boolean;
}

const GROUPS: readonly Group[] = [
  {
    title: "Validation accuracy",
    lines: [["validation_accuracy", "accuracy"]],
    areShares: true,
  },
  {
    title: "Fréchet distance",
    lines: [["frechet_distance", "distance"]],
    areShares: false,
  },
  {
    title: "Read as their label by the judge",
    lines: [["label_agreement", "all digits"], [
      "least_agreement",
      "worst digit",
    ]],
    areShares: true,
  },
  {
    title: "Precision and recall",
    lines: [["precision", "precision"], ["recall", "recall"]],
    areShares: true,
  },
  {
    title: "Density and coverage",
    lines: [["density", "density"], ["coverage", "coverage"]],
    areShares: false,
  },
];

/** The charts of the available measures. */
export function measureCharts(measures: readonly Measure[]): ChartSpec[] {
  return GROUPS.flatMap((group) => chartOf(group, measures));
}

function chartOf(
  { title, lines, areShares }: Group,
  measures: readonly Measure[],
): ChartSpec[] {
  const known = measures.filter(({ values }) =>
    lines.some(([name]) => name in values)
  );
  if (known.length === 0) return [];
  const drawn = lines.map(([name, label], i) => ({
    label,
    color: i === 0 ? "accent" as const : "second" as const,
    line: known.map(({ values }) => values[name] ?? null),
  }));
  const values = drawn.flatMap(({ line }) => line)
    .filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max((high - low) * 0.1, 0.0005);
  return [{
    title,
    steps: known.map(({ step }) => step),
    lines: drawn,
    range: [
      low - margin,
      areShares ? Math.min(1, high + margin) : high + margin,
    ],
    hasPoints: true,
    format: areShares ? percent : loss,
    formatRound: areShares ? (share) => `${plain(share * 100)} %` : plain,
  }];
}
