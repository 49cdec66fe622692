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

/** A layer's part of the canvas. */
interface Room {
  readonly places: MapPlaces;
  readonly top: number;
  /** What it shows. */
  shown: LayerValues | null;
}

/** Paints maps, for one size and colour scheme of the page. */
export class MapScreen {
  readonly #screen: Screen;
  readonly #rooms: readonly Room[];

  /**
   * Makes room for maps.
   *
   * @param canvas Lies over all rooms.
   * @param rooms An element for each layer; its `--height` becomes its maps'.
   * @param layers The layers.
   */
  constructor(
    canvas: HTMLCanvasElement,
    rooms: readonly HTMLElement[],
    layers: readonly LayerValues[],
  ) {
    const width = Math.max(1, canvas.clientWidth);
    const places = layers.map((layer) => placeMaps(layer, width));
    places.forEach(({ height }, i) =>
      rooms[i]!.style.setProperty("--height", `${height}px`)
    );
    const top = canvas.getBoundingClientRect().top;
    this.#rooms = places.map((place, i) => ({
      places: place,
      top: Math.round(rooms[i]!.getBoundingClientRect().top - top),
      shown: null,
    }));
    this.#screen = new Screen(canvas, width, Math.max(1, canvas.clientHeight));
  }

  /**
   * Paints a layer, unless it shows the same already.
   *
   * @param index Its room.
   * @param layer The layer.
   */
  paint(index: number, layer: LayerValues): void {
    const room = this.#rooms[index]!;
    const { places, top, shown } = room;
    room.shown = layer;
    if (shown !== null && areSame(layer, shown)) return;
    paintMaps(layer, places, this.#screen, top);
    this.#screen.show(top, places.height);
  }
}
