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
import { onFrame, onSight } from "../base/dom.ts";
import { Screen, type Strengths } from "../base/screen.ts";
import { thin } from "../draw/drawing.ts";
import { padContext, paintStrokes } from "../draw/pad.ts";
import type { Read } from "../read/recognizer.ts";
import { MapScreen } from "./map_screen.ts";
import { FULL } from "./maps.ts";
import { type Part, Rounds } from "./rounds.ts";

/** Milliseconds of a frame that may be spent on pictures: the ink has the rest. */
const BUDGET = 3;

/** What the network would see without a drawing. */
const NOTHING = new Uint8Array(IMAGE_SIZE * IMAGE_SIZE);

/** A pixel without ink. */
const NO_INK = new Uint8Array(1);

/** A network's layers, as they are shown. */
export interface Layers {
  /** Those that are shown as maps. */
  readonly maps: readonly LayerValues[];
  /** The network's outputs, or null if it is no such network. */
  readonly outputs: LayerValues | null;
}

/** The pictures of one network, for one size and colour scheme of the page. */
export class Pictures {
  readonly #strokes: HTMLCanvasElement;
  readonly #side: number;
  readonly #color: string;
  readonly #fine: Screen;
  readonly #seen: Screen;
  readonly #maps: MapScreen;
  readonly #bars: readonly HTMLElement[];
  readonly #stopBars: () => void;
  /** Whether the bars are in the window, and what they are to show then. */
  #areBarsInSight = false;
  #outputs: LayerValues | null = null;
  /** The layers without a drawing. */
  readonly #noMaps: readonly LayerValues[];
  readonly #layersOf: (seen: Uint8Array) => Layers;
  readonly #rounds = new Rounds(BUDGET, onFrame, () => performance.now());

  /**
   * Takes over the canvases of a panel.
   *
   * @param panel As panel.ts renders it.
   * @param layers The layers that it shows as maps.
   * @param layersOf The layers for what the network sees.
   */
  constructor(
    panel: HTMLElement,
    layers: readonly LayerValues[],
    layersOf: (seen: Uint8Array) => Layers,
  ) {
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
    );
    this.#bars = [...panel.querySelectorAll<HTMLElement>(".think-bar")];
    const list = this.#bars[0]?.closest("ol");
    this.#stopBars = list == null ? () => {} : onSight(list, (isInSight) => {
      this.#areBarsInSight = isInSight;
      this.#showOutputs();
    });
    this.#noMaps = layers.map((layer) => ({
      ...layer,
      values: new Uint8Array(layer.values.length),
    }));
    this.#layersOf = layersOf;
  }

  /**
   * Paints a drawing and what it does to the network with the next frames.
   *
   * @param strokes The drawing.
   * @param seen The 28x28 that was read.
   */
  paint(strokes: Read["strokes"], seen: Uint8Array): void {
    this.#rounds.offer(() => this.#round(strokes, seen, this.#layersOf(seen)));
  }

  /** Shows no drawing with the next frames. */
  clear(): void {
    this.#rounds.offer(() =>
      this.#round([], NOTHING, { maps: this.#noMaps, outputs: null })
    );
  }

  /** Paints no more: other pictures take over the canvases. */
  stop(): void {
    this.#rounds.stop();
    this.#maps.stop();
    this.#stopBars();
  }

  #round(
    strokes: Read["strokes"],
    seen: Uint8Array,
    { maps, outputs }: Layers,
  ): Part[] {
    const [width, height] = [IMAGE_SIZE, IMAGE_SIZE];
    return [
      () => {
        const context = padContext(this.#strokes, this.#side);
        paintStrokes(context, strokes, this.#color);
      },
      () => this.#fine.paint(finePicture(strokes)),
      () => this.#seen.paint({ width, height, pixels: seen }),
      ...maps.map((layer, i) => () => this.#maps.paint(i, layer)),
      () => {
        this.#outputs = outputs;
        this.#showOutputs();
      },
    ];
  }

  /** Bars of the logits, from the smallest to the largest. */
  #showOutputs(): void {
    if (!this.#areBarsInSight) return;
    const values = this.#outputs?.values ?? [0];
    const [least, most] = [Math.min(...values), Math.max(...values)];
    this.#bars.forEach((bar, index) => {
      const share = ((values[index] ?? 0) - least) / (most - least || 1);
      bar.style.setProperty("--height", share.toFixed(2));
      bar.classList.toggle("best", values[index] === most && most > least);
    });
  }
}

/** The drawing on the grid from which the 28x28 is made. */
function finePicture(strokes: Read["strokes"]): Strengths {
  if (strokes.length === 0) return { width: 1, height: 1, pixels: NO_INK };
  const { width, height, ink } = inkOfStrokes(thin(strokes, MAX_POINTS));
  const pixels = new Uint8Array(ink.length);
  for (let i = 0; i < pixels.length; i++) pixels[i] = ink[i]! * FULL;
  return { width, height, pixels };
}
