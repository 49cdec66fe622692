/// <reference lib="dom" />
/**
 * Paints a drawing on its square.
 *
 * It is NOT where pointers are read (pen.ts), nor the picture that the model is given: the model's side rasterizes
 * the strokes anew.
 *
 * @module
 */

import { PAD_UNITS, type Stroke } from "./drawing.ts";
import { context2d } from "./ink.ts";

/** Width of the line in pad units: a felt-tip pen, so that a finger feels at home. */
const LINE_WIDTH = 58;

/**
 * Paints all strokes in the canvas's text colour, at the resolution of the screen.
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

/** Goes along a stroke, rounding its corners: each point pulls a curve between the middles of its two steps. */
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
  // Also for a single point: a line of no length with round caps is a dot.
  context.lineTo(...at(last));
}
