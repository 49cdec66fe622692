/// <reference lib="dom" />
/**
 * The pictures of "see it think", painted with every frame: whatever does not
 * change between frames is found once.
 *
 * @module
 */

import type { LayerValues } from "../../engine/layer_values.ts";
import { inkOfStrokes, MAX_POINTS } from "../../image/strokes.ts";
import { IMAGE_SIZE } from "../../network/numbers.ts";
import { onFrame } from "../base/dom.ts";
import { Screen, type Strengths } from "../base/screen.ts";
import { thin } from "../draw/drawing.ts";
import { padContext, paintStrokes } from "../draw/pad.ts";
import type { Read } from "../read/recognizer.ts";
import { MapScreen } from "./map_screen.ts";
import { FULL } from "./maps.ts";

/** The pictures of one network, for one size and colour scheme of the page. */
export class Pictures {
  readonly #strokes: HTMLCanvasElement;
  readonly #side: number;
  readonly #color: string;
  readonly #fine: Screen;
  readonly #seen: Screen;
  readonly #maps: MapScreen;
  readonly #bars: readonly HTMLElement[];

  /**
   * Takes over the canvases of a panel.
   *
   * @param panel As panel.ts renders it.
   * @param layers The layers that it shows as maps.
   */
  constructor(panel: HTMLElement, layers: readonly LayerValues[]) {
    const [strokes, fine, seen] = panel.querySelectorAll<HTMLCanvasElement>(
      ".think-step",
    );
    this.#strokes = strokes!;
    this.#side = strokes!.clientWidth;
    this.#color = getComputedStyle(strokes!).color;
    this.#fine = new Screen(fine!);
    this.#seen = new Screen(seen!);
    this.#maps = new MapScreen(
      panel.querySelector<HTMLCanvasElement>(".think-canvas")!,
      [...panel.querySelectorAll<HTMLElement>(".think-maps")],
      layers,
      onFrame,
      () => performance.now(),
    );
    this.#bars = [...panel.querySelectorAll<HTMLElement>(".think-bar")];
  }

  /**
   * Paints a drawing and what it does to the network.
   *
   * @param read The drawing, with the 28x28 that was read.
   * @param layers The layers that are shown as maps.
   * @param outputs The network's outputs, or null.
   */
  paint(
    { strokes, answer }: Read,
    layers: readonly LayerValues[],
    outputs: LayerValues | null,
  ): void {
    const context = padContext(this.#strokes, this.#side);
    paintStrokes(context, strokes, this.#color);
    this.#fine.paint(finePicture(strokes));
    if (answer.seen !== null) {
      const [width, height] = [IMAGE_SIZE, IMAGE_SIZE];
      this.#seen.paint({ width, height, pixels: answer.seen });
    }
    this.#maps.paint(layers);
    if (outputs !== null) this.#showOutputs(outputs);
  }

  /** Paints no more: other pictures take over the canvases. */
  stop(): void {
    this.#maps.stop();
  }

  /** Bars of the logits, from the smallest to the largest. */
  #showOutputs({ values }: LayerValues): void {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    this.#bars.forEach((bar, index) => {
      const share = (values[index]! - least) / (most - least || 1);
      bar.style.setProperty("--height", share.toFixed(2));
      bar.classList.toggle("best", values[index] === most);
    });
  }
}

/** The drawing on the grid from which the 28x28 is made. */
function finePicture(strokes: Read["strokes"]): Strengths {
  const { width, height, ink } = inkOfStrokes(thin(strokes, MAX_POINTS));
  const pixels = new Uint8Array(ink.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = ink[i]! * FULL;
  return { width, height, pixels };
}
