/// <reference lib="dom" />
/**
 * The study's page: draws the embedded results with uPlot.
 *
 * Nothing imports it; `deno task generate` bundles it into page.js.
 *
 * @module
 */

import uPlot from "uplot";
import { byId, onColorSchemeChange } from "../../../src/page/base/dom.ts";
import { ARM_TITLES, ARMS } from "../arms.ts";
import type { StudyPageData } from "../document.ts";
import { type Plot, plotsOf } from "./plots.ts";

const { summaries, settings }: StudyPageData = JSON.parse(
  byId("data", HTMLElement).textContent!,
);
byId("settings", HTMLElement).textContent =
  `${settings.steps} steps of each recognizer, ${settings.ganSteps} of each ` +
  `GAN; ${100 * settings.generatedShare} % of a batch generated`;
byId("key", HTMLElement).append(...ARMS.map((arm) => {
  const item = document.createElement("li");
  const mark = document.createElement("i");
  mark.style.background = `var(--${arm})`;
  item.append(mark, ARM_TITLES[arm]);
  return item;
}));
const place = byId("plots", HTMLElement);
const charts = plotsOf(summaries).map(draw);
onColorSchemeChange(() => charts.forEach((chart) => chart.redraw(false, true)));

function draw({ title, labels, lines }: Plot): uPlot {
  const figure = document.createElement("figure");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const frame = document.createElement("div");
  frame.className = "plot";
  figure.append(heading, frame);
  place.append(figure);
  const size = () => ({
    width: frame.clientWidth,
    height: frame.clientHeight,
  });
  const chart = new uPlot(
    {
      ...size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 16, 0, 0],
      scales: {
        // Leaves room around a single number of labels.
        x: {
          time: false,
          distr: 3,
          range: [labels[0]! / 2, labels.at(-1)! * 2],
        },
        y: { distr: 3 },
      },
      axes: [
        axis(() => labels.map(Number), (value) => value.toLocaleString("en")),
        axis(undefined, (value) => `${value} %`),
      ],
      series: [
        {},
        ...lines.flatMap(({ arm }) => {
          const stroke = () => property(arm);
          const edge = { stroke, width: 1, points: { show: false } };
          const line = {
            stroke,
            width: 2,
            points: { show: true, fill: stroke },
          };
          return [edge, edge, line];
        }),
      ],
      bands: lines.map(({ arm }, i) => ({
        series: [3 * i + 2, 3 * i + 1],
        fill: () => `${property(arm)}38`,
      })),
    },
    [
      [...labels],
      ...lines.flatMap((
        { low, high, mean },
      ) => [[...low], [...high], [...mean]]),
    ],
    frame,
  );
  new ResizeObserver(() => chart.setSize(size())).observe(frame);
  return chart;
}

function axis(
  splits: (() => number[]) | undefined,
  format: (value: number) => string,
): uPlot.Axis {
  return {
    size: 50,
    font: `12px ${property("sans")}`,
    stroke: () => property("muted"),
    grid: { stroke: () => property("line"), width: 1 },
    ticks: { show: false },
    // uPlot would drop some of the labels on a logarithmic axis.
    ...(splits ? { splits, filter: (_, found) => found } : {}),
    // uPlot passes null for the ticks of a logarithmic axis that do not fit.
    values: (_, found) =>
      found.map((value: number | null) => value === null ? "" : format(value)),
  };
}

function property(name: string): string {
  return getComputedStyle(document.documentElement)
    .getPropertyValue(`--${name}`).trim();
}
