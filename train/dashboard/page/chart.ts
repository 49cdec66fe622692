/// <reference lib="dom" />
/**
 * One chart on the page, drawn by uPlot.
 *
 * @module
 */

import uPlot from "uplot";
import type { ChartSpec } from "./chart_spec.ts";
import { plain } from "./words.ts";

/** A chart on the page. */
export interface Chart {
  /** The element that holds it. */
  readonly element: HTMLElement;
  /**
   * Draws another spec with the same lines, by number and name.
   */
  readonly update: (spec: ChartSpec) => void;
  /** Redraws, in the style sheet's current colours. */
  readonly redraw: () => void;
  /** Removes it from the page. */
  readonly remove: () => void;
}

/** Whether a chart made for one spec can show the other. */
export function isSameMake(a: ChartSpec, b: ChartSpec): boolean {
  const make = ({ title, lines }: ChartSpec): string =>
    JSON.stringify([title, lines.map(({ label }) => label)]);
  return make(a) === make(b);
}

/**
 * Creates a chart on the page.
 *
 * @param parent Element to append it to; uPlot measures it in place.
 */
export function createChart(first: ChartSpec, parent: HTMLElement): Chart {
  let spec = first;
  const element = document.createElement("figure");
  element.className = "card";
  const caption = document.createElement("figcaption");
  const title = document.createElement("h2");
  title.textContent = spec.title;
  const key = document.createElement("p");
  key.className = "key";
  caption.append(title, key);
  const frame = document.createElement("div");
  frame.className = "plot";
  element.append(caption, frame);
  parent.append(element);

  const showValues = (index: number | null): void => {
    const at = index ?? spec.steps.length - 1;
    key.replaceChildren(...keyOf(spec, at, index !== null));
  };
  const plot = new uPlot(
    {
      ...size(frame),
      legend: { show: false },
      padding: [8, 10, 0, 0],
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      scales: { x: { time: false }, y: { range: () => [...spec.range] } },
      axes: [
        { ...axis(plain, 28), incrs: WHOLE },
        axis((value) => spec.formatRound(value), 50),
      ],
      series: [{}, ...spec.lines.flatMap((_, i) => seriesOf(() => spec, i))],
      bands: spec.lines.map((_, i) => ({
        series: [3 * i + 2, 3 * i + 1],
        fill: () => color(spec.lines[i]!.color) + FAINT,
      })),
      hooks: { setCursor: [({ cursor }) => showValues(cursor.idx ?? null)] },
    },
    alignedData(spec),
    frame,
  );
  const observer = new ResizeObserver(() => plot.setSize(size(frame)));
  observer.observe(frame);
  showValues(null);

  return {
    element,
    update: (next) => {
      spec = next;
      plot.setData(alignedData(spec));
      showValues(plot.cursor.idx ?? null);
    },
    redraw: () => plot.redraw(false, true),
    remove: () => {
      observer.disconnect();
      plot.destroy();
      element.remove();
    },
  };
}

/**
 * Steps between ticks of the axis: whole numbers, like training steps.
 */
const WHOLE = [0, 1, 2, 3, 4, 5].flatMap((power) =>
  [1, 2, 5].map((factor) => factor * 10 ** power)
);

/** Hexadecimal opacity, appended to a colour. */
const FAINT = "38";
const FAINT_LINE = "50";

/**
 * Three series per line: minimum and maximum, with the band between them
 * filled, and the line itself.
 */
function seriesOf(spec: () => ChartSpec, i: number): uPlot.Series[] {
  const stroke = () => color(spec().lines[i]!.color);
  const edge: uPlot.Series = {
    stroke: () => stroke() + FAINT_LINE,
    width: 1,
    points: { show: false },
    spanGaps: true,
  };
  return [edge, edge, {
    stroke,
    width: 2,
    points: { show: spec().hasPoints, size: 6, fill: stroke },
    spanGaps: true,
  }];
}

function alignedData({ steps, lines }: ChartSpec): uPlot.AlignedData {
  const nothing = steps.map(() => null);
  return [
    [...steps],
    ...lines.flatMap(({ low = nothing, high = nothing, line }) => [
      [...low],
      [...high],
      [...line],
    ]),
  ];
}

function keyOf(
  { lines, steps, format }: ChartSpec,
  at: number,
  isUnderCursor: boolean,
): HTMLElement[] {
  const items = lines.map(({ label, color, line }) => {
    const item = document.createElement("span");
    const mark = document.createElement("i");
    mark.dataset.color = color;
    const value = document.createElement("b");
    // Not everything is measured at each step: use the latest value.
    const found = line.slice(0, at + 1).findLast((value) => value !== null);
    value.textContent = typeof found === "number" ? format(found) : "–";
    item.append(mark, ...(lines.length > 1 ? [`${label} `] : []), value);
    return item;
  });
  if (isUnderCursor) {
    const step = document.createElement("span");
    step.textContent = `step ${plain(steps[at] ?? 0)}`;
    items.unshift(step);
  }
  return items;
}

function axis(format: (value: number) => string, size: number): uPlot.Axis {
  return {
    size,
    font: `11px ${property("--sans")}`,
    stroke: () => property("--muted"),
    grid: { stroke: () => property("--line"), width: 1 },
    ticks: { show: false },
    values: (_, splits) => splits.map(format),
  };
}

function size({ clientWidth, clientHeight }: HTMLElement) {
  return { width: clientWidth, height: clientHeight };
}

function color(name: string): string {
  return property(`--${name}`);
}

function property(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name)
    .trim();
}
