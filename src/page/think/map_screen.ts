/// <reference lib="dom" />
/**
 * The feature maps of all layers on one canvas: browsers pay for each canvas
 * that changes, however small it is.
 *
 * @module
 */

import type { LayerValues } from "../../engine/layer_values.ts";
import { Screen } from "../base/screen.ts";
import { areSame, type MapPlaces, paintMaps, placeMaps } from "./maps.ts";

/**
 * Milliseconds of a frame that may be spent on maps. A slow processor paints
 * some layers in this frame and the others in the next.
 */
const BUDGET = 2.5;

/** A layer's part of the canvas. */
interface Part {
  readonly places: MapPlaces;
  readonly top: number;
  /** What it should show. */
  wanted: LayerValues | null;
  /** What it shows. */
  shown: LayerValues | null;
}

/** Paints maps, for one size and colour scheme of the page. */
export class MapScreen {
  readonly #screen: Screen;
  readonly #parts: readonly Part[];
  readonly #soon: (callback: () => void) => void;
  readonly #now: () => number;
  #isDue = false;
  /** The part whose turn is next. */
  #next = 0;

  /**
   * Makes room for maps.
   *
   * @param canvas Lies over all rooms.
   * @param rooms An element for each layer; its `--height` becomes its maps'.
   * @param layers The layers.
   * @param soon Calls back before the next frame.
   * @param now The clock, in milliseconds.
   */
  constructor(
    canvas: HTMLCanvasElement,
    rooms: readonly HTMLElement[],
    layers: readonly LayerValues[],
    soon: (callback: () => void) => void,
    now: () => number,
  ) {
    this.#soon = soon;
    this.#now = now;
    const width = Math.max(1, canvas.clientWidth);
    const places = layers.map((layer) => placeMaps(layer, width));
    places.forEach(({ height }, i) =>
      rooms[i]!.style.setProperty("--height", `${height}px`)
    );
    const top = canvas.getBoundingClientRect().top;
    this.#parts = places.map((place, i) => ({
      places: place,
      top: Math.round(rooms[i]!.getBoundingClientRect().top - top),
      wanted: null,
      shown: null,
    }));
    this.#screen = new Screen(canvas, width, Math.max(1, canvas.clientHeight));
  }

  /**
   * Paints layers with the next frames; a newer call replaces what is not
   * painted yet.
   *
   * @param layers The layers, as many as there are rooms.
   */
  paint(layers: readonly LayerValues[]): void {
    this.#parts.forEach((part, i) => part.wanted = layers[i]!);
    this.#schedule();
  }

  /** Paints no more. */
  stop(): void {
    for (const part of this.#parts) part.wanted = null;
  }

  #schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#soon(() => {
      this.#isDue = false;
      this.#paintSome();
    });
  }

  /** Paints one layer after another until the time is up. */
  #paintSome(): void {
    const end = this.#now() + BUDGET;
    for (let i = 0; i < this.#parts.length; i++) {
      const part = this.#parts[this.#next]!;
      this.#next = (this.#next + 1) % this.#parts.length;
      if (this.#paintPart(part) && this.#now() > end) break;
    }
    if (this.#parts.some(({ wanted }) => wanted !== null)) this.#schedule();
  }

  /** Paints a layer unless it shows the same already. */
  #paintPart(part: Part): boolean {
    const { wanted, shown, places, top } = part;
    if (wanted === null) return false;
    part.wanted = null;
    part.shown = wanted;
    if (shown !== null && areSame(wanted, shown)) return false;
    paintMaps(wanted, places, this.#screen, top);
    this.#screen.show(top, places.height);
    return true;
  }
}
