/// <reference lib="dom" />
/**
 * Paints a drawing on its square.
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

/**
 * Paints all strokes in the canvas's text colour, at the screen's resolution.
 *
 * @param canvas The drawing square.
 * @param strokes The drawing.
 */
export function paintStrokes(
  canvas: HTMLCanvasElement,
  strokes: readonly Stroke[],
): void {
  const side = Math.round(canvas.clientWidth * devicePixelRatio);
  if (canvas.width !== side || canvas.height !== side) {
    canvas.width = side;
    canvas.height = side;
  }
  const context = context2d(canvas);
  const scale = side / PAD_UNITS;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, PAD_UNITS, PAD_UNITS);
  context.strokeStyle = getComputedStyle(canvas).color;
  context.lineWidth = LINE_WIDTH;
  context.lineCap = "round";
  context.lineJoin = "round";
  for (const stroke of strokes) {
    context.beginPath();
    trace(context, stroke);
    context.stroke();
  }
}

/**
 * Traces a stroke with rounded corners: each point bends a curve between the
 * midpoints of its two segments.
 */
function trace(context: CanvasRenderingContext2D, { x, y }: Stroke): void {
  const last = x.length - 1;
  const at = (
    index: number,
  ): [number, number] => [x[index] ?? 0, y[index] ?? 0];
  context.moveTo(...at(0));
  for (let index = 1; index < last; index++) {
    const [cx, cy] = at(index);
    const [nx, ny] = at(index + 1);
    context.quadraticCurveTo(cx, cy, (cx + nx) / 2, (cy + ny) / 2);
  }
  // Needed for a single point too: a zero-length line with round caps is a dot.
  context.lineTo(...at(last));
}
