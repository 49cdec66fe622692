/**
 * Draws a figure as SVG with one of many pens.
 *
 * @module
 */

import type { Stroke } from "../../../src/image/strokes.ts";
import type { Random } from "../../../src/network/random.ts";
import { type Figure, figureBox } from "./figure.ts";

/** Widths of pens, as shares of the figure's longer side. */
const FINEST = 0.025;
const BROADEST = 0.15;

/** Share of the pens whose ink is interrupted now and then. */
const SKIPPING = 0.12;

/** Share of the pens that are broad-edged: two lines side by side. */
const BROAD_EDGED = 0.15;

/** Maximum fattening of an outline, as a share of the figure's longer side. */
const FATTENING = 0.03;

/**
 * A figure somewhere in a picture, slanted and turned a little, drawn by some pen.
 *
 * @param side Of the picture, in pixels.
 * @param random Decides the place, the size, the slant and the pen.
 * @returns SVG elements.
 */
export function drawWithPen(
  figure: Figure,
  side: number,
  random: Random,
): string {
  const { left, top, right, bottom } = figureBox(figure);
  const size = Math.max(right - left, bottom - top, 1e-6);
  const extent = side * random.between(0.35, 0.75);
  const margin = extent * 0.6;
  const x = random.between(margin, side - margin);
  const y = random.between(margin, side - margin);
  const place = `translate(${round(x)},${round(y)}) ` +
    `rotate(${round(4 * random.normal())}) ` +
    `skewX(${round(6 * random.normal())}) scale(${round(extent / size)}) ` +
    `translate(${round(-(left + right) / 2)},${round(-(top + bottom) / 2)})`;
  const body = figure.kind === "strokes"
    ? strokePaths(figure.strokes, size, random)
    : `<path d="${figure.path}" stroke="black" stroke-width="${
      round(size * random.between(0, FATTENING))
    }"/>`;
  return `<g transform="${place}">${body}</g>`;
}

function strokePaths(
  strokes: readonly Stroke[],
  size: number,
  random: Random,
): string {
  const width = size * FINEST * (BROADEST / FINEST) ** random.uniform();
  const cap = random.uniform() < 0.75 ? "round" : "square";
  const dashes = random.uniform() < SKIPPING
    ? ` stroke-dasharray="${round(size * random.between(0.2, 0.6))} ${
      round(width * random.between(0.8, 1.6))
    }"`
    : "";
  const d = strokes.map(pathData).join("");
  const path = (dx: number, dy: number, w: number): string =>
    `<path d="${d}" transform="translate(${round(dx)},${round(dy)})" ` +
    `fill="none" stroke="black" stroke-width="${round(w)}" ` +
    `stroke-linecap="${cap}" stroke-linejoin="round"${dashes}/>`;
  if (random.uniform() < BROAD_EDGED) {
    const edge = 0.35 * width;
    const up = random.uniform() < 0.5 ? edge : -edge;
    return path(-edge, up, 0.6 * width) + path(0, 0, 0.6 * width) +
      path(edge, -up, 0.6 * width);
  }
  return path(0, 0, width);
}

function pathData({ x, y }: Stroke): string {
  const points = x.map((value, i) => `${round(value)} ${round(y[i]!)}`);
  // A line from a point to itself draws a dot.
  if (points.length === 1) points.push(points[0]!);
  return `M${points.join("L")}`;
}

/** Rounds to short numbers, which parse faster. */
function round(value: number): string {
  return value.toFixed(3);
}
