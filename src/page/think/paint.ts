/// <reference lib="dom" />
/**
 * Paints strengths on a canvas: nothing is transparent, weak is ink, strong is
 * the style sheet's `--strong`.
 *
 * @module
 */

import { context2d } from "../base/ink.ts";
import type { MapSheet } from "./maps.ts";

/** Colours by strength, four bytes each as one number. */
export type Ramp = Uint32Array;

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
  return new Uint32Array(data.buffer);
}

/** A canvas that is painted again and again, with what each frame needs. */
export class Screen {
  readonly #context: CanvasRenderingContext2D;
  readonly #ramp: Ramp;
  #image: ImageData;
  #colors: Uint32Array;

  /**
   * Takes over a canvas; the style sheet sets its size on the screen.
   *
   * @param canvas The canvas.
   */
  constructor(canvas: HTMLCanvasElement) {
    // Kept in memory: its pixels are written, never drawn.
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (context === null) throw new TypeError("the canvas has no 2d context");
    this.#context = context;
    this.#ramp = rampOf(canvas);
    this.#image = context.createImageData(1, 1);
    this.#colors = new Uint32Array(this.#image.data.buffer);
  }

  /**
   * Paints a picture, one canvas pixel per value.
   *
   * @param sheet The picture; the canvas becomes as large.
   */
  paint({ width, height, pixels }: MapSheet): void {
    const { canvas } = this.#context;
    if (this.#image.width !== width || this.#image.height !== height) {
      canvas.width = width;
      canvas.height = height;
      this.#image = this.#context.createImageData(width, height);
      this.#colors = new Uint32Array(this.#image.data.buffer);
    }
    const ramp = this.#ramp;
    const colors = this.#colors;
    for (let i = 0; i < pixels.length; i++) colors[i] = ramp[pixels[i]!]!;
    this.#context.putImageData(this.#image, 0, 0);
  }
}
