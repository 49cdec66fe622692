/**
 * Which charts a stage has, and what each shows; chart.ts draws them.
 *
 * @module
 */

import type { StageData } from "../run_data.ts";
import type { ChartSpec, LineSpec } from "./chart_spec.ts";
import { measureCharts } from "./measure_charts.ts";
import { shownRange, smooth } from "./smooth.ts";
import { speedCurve } from "./speed.ts";
import { count, loss, plain } from "./words.ts";

/** Losses of one kind, drawn together. */
const TOGETHER = ["generator", "discriminator"];

/** The charts of a stage, without empty ones. */
export function chartSpecs(stage: StageData): ChartSpec[] {
  const names = Object.keys(stage.curves.losses);
  const pair = TOGETHER.filter((name) => names.includes(name));
  const single = names.filter((name) => !pair.includes(name));
  return [
    ...(pair.length > 0 ? [lossChart(stage, "Losses", pair)] : []),
    ...single.map((name) =>
      lossChart(stage, LOSS_TITLES[name] ?? name, [name])
    ),
    ...measureCharts(stage.measures),
    ...speedChart(stage),
  ].filter(({ lines }) =>
    lines.some(({ line }) => line.some((value) => value !== null))
  );
}

const LOSS_TITLES: Readonly<Record<string, string>> = {
  loss: "Loss",
  penalty: "Gradient penalty",
  "real labels": "Cross-entropy of real labels",
  "generated labels": "Cross-entropy of generated labels",
};

function lossChart(
  { curves: { steps, losses } }: StageData,
  title: string,
  names: readonly string[],
): ChartSpec {
  const lines = names.map((name, i): LineSpec => {
    const { low, high, mean } = losses[name]!;
    const color = i === 0 ? "accent" : "second";
    return { label: name, color, line: smooth(mean), low, high };
  });
  return {
    title,
    steps,
    lines,
    range: shownRange(lines.flatMap(({ low, high }) => [...low!, ...high!])),
    hasPoints: false,
    format: loss,
    formatRound: plain,
  };
}

function speedChart({ curves, plan }: StageData): ChartSpec[] {
  if (!plan) return [];
  const speed = speedCurve(curves, plan.imagesPerStep);
  const [, high] = shownRange(speed);
  return [{
    title: "Images/s",
    steps: curves.steps,
    lines: [{
      label: "images/s",
      color: "second",
      line: smooth(speed),
      low: speed,
      high: speed,
    }],
    range: [0, high],
    hasPoints: false,
    format: count,
    formatRound: plain,
  }];
}
