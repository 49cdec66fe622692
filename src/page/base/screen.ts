/// <reference lib="dom" />
/**
 * A canvas that is painted with every frame: its colours, its size and its
 * memory are found once.
 *
 * ink.ts paints what changes seldom.
 *
 * @module
 */

/** Colours by strength, four bytes each as one number. */
export type Ramp = Uint32Array;

/** Strengths of a ramp. */
const STEPS = 256;

/** Where the colour begins to turn into that of full strength. */
const TURN = 0.45;

/** A picture of strengths. */
export interface Strengths {
  /** Width in pixels. */
  readonly width: number;
  /** Height in pixels. */
  readonly height: number;
  /** `width * height` strengths, 0 nothing to 255 full. */
  readonly pixels: Uint8Array;
}

/**
 * The colours of a canvas from its style sheet: nothing is transparent, weak is
 * the text colour, full strength is `--strong`, by default the text colour too.
 *
 * @param canvas The canvas.
 * @returns The colours for each strength.
 */
export function rampOf(canvas: HTMLCanvasElement): Ramp {
  const probe = document.createElement("canvas");
  probe.width = STEPS;
  probe.height = 1;
  const context = contextOf(probe);
  const style = getComputedStyle(canvas);
  const strong = style.getPropertyValue("--strong") || style.color;
  const gradient = context.createLinearGradient(0, 0, STEPS, 0);
  gradient.addColorStop(0, style.color);
  gradient.addColorStop(TURN, style.color);
  gradient.addColorStop(1, strong);
  context.fillStyle = gradient;
  context.fillRect(0, 0, STEPS, 1);
  const { data } = context.getImageData(0, 0, STEPS, 1);
  for (let step = 0; step < STEPS; step++) data[step * 4 + 3] = step;
  return new Uint32Array(data.buffer);
}

/** A canvas with its colours, for one colour scheme of the page. */
export class Screen {
  /** Its colours by strength. */
  readonly ramp: Ramp;
  readonly #context: CanvasRenderingContext2D;
  #image: ImageData;
  #colors: Uint32Array;

  /**
   * Takes over a canvas; the style sheet sets its size on the screen.
   *
   * @param canvas The canvas.
   * @param width Its width in pixels.
   * @param height Its height in pixels.
   */
  constructor(canvas: HTMLCanvasElement, width = 1, height = 1) {
    this.#context = contextOf(canvas);
    this.ramp = rampOf(canvas);
    this.#image = this.#context.createImageData(1, 1);
    this.#colors = new Uint32Array(1);
    this.#resize(width, height);
  }

  /** Width in pixels. */
  get width(): number {
    return this.#image.width;
  }

  /** The colours of all pixels; {@linkcode Screen.show} shows them. */
  get colors(): Uint32Array {
    return this.#colors;
  }

  /**
   * Shows rows of {@linkcode Screen.colors}.
   *
   * @param top The first row.
   * @param rows How many rows.
   */
  show(top: number, rows: number): void {
    this.#context.putImageData(
      this.#image,
      ...[0, 0] as const,
      ...[0, top, this.#image.width, rows] as const,
    );
  }

  /**
   * Shows a picture, one canvas pixel per value.
   *
   * @param picture The picture; the canvas becomes as large.
   */
  paint({ width, height, pixels }: Strengths): void {
    if (this.#image.width !== width || this.#image.height !== height) {
      this.#resize(width, height);
    }
    const { ramp } = this;
    const colors = this.#colors;
    for (let i = 0; i < pixels.length; i++) colors[i] = ramp[pixels[i]!]!;
    this.show(0, height);
  }

  #resize(width: number, height: number): void {
    const { canvas } = this.#context;
    canvas.width = width;
    canvas.height = height;
    this.#image = this.#context.createImageData(width, height);
    this.#colors = new Uint32Array(this.#image.data.buffer);
  }
}

/** A context in memory: its pixels are written, never drawn. */
function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new TypeError("the canvas has no 2d context");
  return context;
}
