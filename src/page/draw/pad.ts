/// <reference lib="dom" />
/**
 * Paints a drawing on a square.
 *
 * pen.ts reads the pointers. The picture that the model sees is rasterized from
 * the strokes elsewhere.
 *
 * @module
 */

import { PAD_UNITS, type Stroke } from "./drawing.ts";
import { context2d } from "../base/ink.ts";

/** Line width in pad units: a felt-tip pen, which suits a finger. */
const LINE_WIDTH = 58;

/** Shares of it at no pressure and at full pressure. */
const [LIGHTEST, HEAVIEST] = [0.45, 1.35];

/**
 * Fits a canvas to its size on the screen and sets its units.
 *
 * @param canvas A square.
 * @param width Its width on the screen, which is expensive to ask for.
 * @returns Its empty context, in pad units.
 */
export function padContext(
  canvas: HTMLCanvasElement,
  width: number,
): CanvasRenderingContext2D {
  const side = Math.round(width * devicePixelRatio);
  if (canvas.width !== side || canvas.height !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  const context = context2d(canvas);
  const scale = side / PAD_UNITS;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, PAD_UNITS, PAD_UNITS);
  return context;
}

/**
 * Paints strokes as smooth lines, a pen's as wide as it pressed.
 *
 * @param context In pad units.
 * @param strokes The drawing.
 * @param color Their colour.
 */
export function paintStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = LINE_WIDTH;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) paintStroke(context, stroke);
}

/**
 * Paints a stroke with rounded corners: each point bends a curve between the
 * midpoints of its two segments. Lines of one width are one path; others are a
 * path per point.
 */
function paintStroke(
  context: CanvasRenderingContext2D,
  { x, y, pressure }: Stroke,
): void {
  const last = x.length - 1;
  let [fromX, fromY] = [x[0] ?? 0, y[0] ?? 0];
  context.beginPath();
  context.moveTo(fromX, fromY);
  for (let index = 1; index < last; index++) {
    const [bendX, bendY] = [x[index]!, y[index]!];
    const toX = (bendX + x[index + 1]!) / 2;
    const toY = (bendY + y[index + 1]!) / 2;
    if (pressure !== undefined) {
      context.lineWidth = widthAt(pressure, index);
      context.beginPath();
      context.moveTo(fromX, fromY);
    }
    context.quadraticCurveTo(bendX, bendY, toX, toY);
    if (pressure !== undefined) context.stroke();
    [fromX, fromY] = [toX, toY];
  }
  if (pressure !== undefined) {
    context.lineWidth = widthAt(pressure, last);
    context.beginPath();
    context.moveTo(fromX, fromY);
  }
  // Needed for a single point too: a zero-length line with round caps is a dot.
  context.lineTo(x[last] ?? fromX, y[last] ?? fromY);
  context.stroke();
}

/** The width at a point: its pressure averaged with its neighbours'. */
function widthAt(pressure: readonly number[], index: number): number {
  const near = pressure.slice(Math.max(0, index - 2), index + 3);
  const mean = near.reduce((sum, value) => sum + value, 0) / near.length;
  return LINE_WIDTH * (LIGHTEST + (HEAVIEST - LIGHTEST) * mean);
}
