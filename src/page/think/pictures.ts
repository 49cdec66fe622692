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
import { thin } from "../draw/drawing.ts";
import { padContext, paintStrokes } from "../draw/pad.ts";
import type { Read } from "../read/recognizer.ts";
import {
  arrangeMaps,
  columnsFor,
  FULL,
  largestOf,
  type MapSheet,
} from "./maps.ts";
import { Screen } from "./paint.ts";

/** Pixels of a screen that a map's pixel has at least. */
const LEAST_ZOOM = 2;

/** Most maps side by side, on a wide screen. */
const MOST_COLUMNS = 32;

/** A layer's canvas. */
interface MapScreen {
  readonly screen: Screen;
  readonly columns: number;
  sheet: MapSheet | undefined;
}

/** The pictures of one network, for one size and colour scheme of the page. */
export class Pictures {
  readonly #strokes: HTMLCanvasElement;
  readonly #color: string;
  readonly #fine: Screen;
  readonly #seen: Screen;
  readonly #maps: readonly MapScreen[];
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
    this.#color = getComputedStyle(strokes!).color;
    this.#fine = new Screen(fine!);
    this.#seen = new Screen(seen!);
    const canvases = panel.querySelectorAll<HTMLCanvasElement>(".think-maps");
    const room = (canvases[0]?.clientWidth ?? 0) / LEAST_ZOOM;
    this.#maps = layers.map(({ channels, columns }, index) => {
      const most = Math.floor(room / (columns + 1));
      return {
        screen: new Screen(canvases[index]!),
        columns: columnsFor(
          channels,
          Math.max(1, Math.min(MOST_COLUMNS, most)),
        ),
        sheet: undefined,
      };
    });
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
    paintStrokes(padContext(this.#strokes), strokes, this.#color);
    this.#fine.paint(fineSheet(strokes));
    if (answer.seen !== null) {
      const [width, height] = [IMAGE_SIZE, IMAGE_SIZE];
      this.#seen.paint({ width, height, pixels: answer.seen });
    }
    this.#maps.forEach((map, index) => {
      const layer = layers[index]!;
      const brightest = Math.max(1, largestOf(layer.values));
      map.sheet = arrangeMaps(layer, map.columns, brightest, map.sheet);
      map.screen.paint(map.sheet);
    });
    if (outputs !== null) this.#showOutputs(outputs);
  }

  /** Bars of the logits, from the smallest to the largest. */
  #showOutputs({ values }: LayerValues): void {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    this.#bars.forEach((bar, index) => {
      const share = (values[index]! - least) / (most - least || 1);
      bar.style.setProperty("--height", share.toFixed(3));
      bar.classList.toggle("best", values[index] === most);
    });
  }
}

/** The drawing on the grid from which the 28x28 is made. */
function fineSheet(strokes: Read["strokes"]): MapSheet {
  const { width, height, ink } = inkOfStrokes(thin(strokes, MAX_POINTS));
  return { width, height, pixels: Uint8Array.from(ink, (v) => v * FULL) };
}
