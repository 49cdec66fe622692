/// <reference lib="dom" />
/**
 * The feature maps of all layers on one canvas: browsers pay for each canvas
 * that changes, however small it is. Maps are painted where they are in sight.
 *
 * @module
 */

import type { LayerValues } from "../../engine/layer_values.ts";
import { onSight } from "../base/dom.ts";
import { Screen } from "../base/screen.ts";
import { areSame, type MapPlaces, paintMaps, placeMaps } from "./maps.ts";

/** A layer's part of the canvas. */
interface Room {
  readonly places: MapPlaces;
  readonly top: number;
  /** Whether it is in the window. */
  isInSight: boolean;
  /** The layer as it is now. */
  layer: LayerValues | null;
  /** The layer as it was painted. */
  painted: LayerValues | null;
}

/** Paints maps, for one size and colour scheme of the page. */
export class MapScreen {
  readonly #screen: Screen;
  readonly #rooms: readonly Room[];
  readonly #stops: readonly (() => void)[];

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
      isInSight: false,
      layer: null,
      painted: null,
    }));
    this.#stops = this.#rooms.map((room, i) =>
      onSight(rooms[i]!, (isInSight) => {
        room.isInSight = isInSight;
        this.#show(room);
      })
    );
    this.#screen = new Screen(canvas, width, Math.max(1, canvas.clientHeight));
  }

  /** Paints no more. */
  stop(): void {
    for (const stop of this.#stops) stop();
  }

  /**
   * Paints a layer, once it is in sight, unless it shows the same already.
   *
   * @param index Its room.
   * @param layer The layer.
   */
  paint(index: number, layer: LayerValues): void {
    const room = this.#rooms[index]!;
    room.layer = layer;
    this.#show(room);
  }

  #show(room: Room): void {
    const { places, top, isInSight, layer, painted } = room;
    if (!isInSight || layer === null || layer === painted) return;
    room.painted = layer;
    if (painted !== null && areSame(layer, painted)) return;
    paintMaps(layer, places, this.#screen, top);
    this.#screen.show(top, places.height);
  }
}
