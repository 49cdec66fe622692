/// <reference lib="dom" />
/**
 * Paints strengths on a canvas: nothing is transparent, weak is ink, strong is
 * the style sheet's `--strong`.
 *
 * @module
 */

import { context2d } from "../base/ink.ts";
import type { MapSheet } from "./maps.ts";

/** Colours by strength, four bytes each. */
export type Ramp = Uint8ClampedArray;

/** Strengths of a ramp. */
const STEPS = 256;

/**
 * Makes the colours of a canvas from its style sheet's.
 *
 * @param canvas Its colour, and `--strong` for full strength.
 * @returns The colours for each strength.
 */
export function rampOf(canvas: HTMLCanvasElement): Ramp {
  const probe = document.createElement("canvas");
  probe.width = STEPS;
  probe.height = 1;
  const context = context2d(probe);
  const style = getComputedStyle(canvas);
  const gradient = context.createLinearGradient(0, 0, STEPS, 0);
  gradient.addColorStop(0, style.color);
  gradient.addColorStop(0.45, style.color);
  gradient.addColorStop(1, style.getPropertyValue("--strong"));
  context.fillStyle = gradient;
  context.fillRect(0, 0, STEPS, 1);
  const { data } = context.getImageData(0, 0, STEPS, 1);
  for (let step = 0; step < STEPS; step++) data[step * 4 + 3] = step;
  return data;
}

/**
 * Paints a picture, one canvas pixel per value; the style sheet sets the size
 * on the screen.
 *
 * @param canvas Becomes as large as the picture.
 * @param sheet The picture.
 * @param ramp Its colours.
 */
export function paintSheet(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: MapSheet,
  ramp: Ramp,
): void {
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = context2d(canvas);
  const image = context.createImageData(width, height);
  const colors = new Uint32Array(ramp.buffer);
  const target = new Uint32Array(image.data.buffer);
  for (let i = 0; i < pixels.length; i++) target[i] = colors[pixels[i]!]!;
  context.putImageData(image, 0, 0);
}
