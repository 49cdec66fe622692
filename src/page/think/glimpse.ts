/// <reference lib="dom" />
/**
 * A strip below the square: some maps of the first layer, which light up while
 * drawing. It shows that there is more to see, and is part of the first view.
 *
 * @module
 */

import type { LayerValues } from "../../engine/layer_values.ts";
import { byId, onColorSchemeChange } from "../base/dom.ts";
import { Screen } from "../base/screen.ts";
import type { NamedReader } from "../models/models.ts";
import { seenOf } from "../read/answer.ts";
import type { Page } from "../shell/page.ts";
import { type MapPlaces, paintMaps } from "./maps.ts";

/** Side of a map, and what lies between two; glimpse.css has them too. */
const [SIDE, GAP] = [28, 4];

/**
 * Takes over the strip.
 *
 * @param page What the page offers.
 * @throws {TypeError} If page.html lacks an element.
 */
export function startGlimpse(page: Page): void {
  const canvas = byId("glimpse", HTMLCanvasElement);
  let reader: NamedReader | null = null;
  let screen: Screen | null = null;
  let isPainted = false;
  /** 0 while another tab or the full view is shown. */
  let width = 0;

  function paint(): void {
    if (reader === null || width === 0) return;
    const { read } = page.store.state;
    const seen = read === null ? null : seenOf(read.answer);
    if (seen === null && !isPainted) return;
    screen ??= new Screen(canvas, width, SIDE);
    if (seen === null) screen.colors.fill(0);
    else {
      const first = reader.layers(seen)[0]!;
      paintMaps(first, placesOf(first, width), screen, 0);
    }
    screen.show(0, SIDE);
    isPainted = seen !== null;
  }
  /** Paints in other colours or another size. */
  function repaint(): void {
    screen = null;
    paint();
  }
  page.store.watch(({ read }) => read, paint);
  onColorSchemeChange(repaint);
  new ResizeObserver(([entry]) => {
    width = Math.floor(entry!.contentRect.width);
    repaint();
  }).observe(canvas);
  page.models.recognizer().then((loaded) => {
    reader = loaded;
    paint();
  }, () => {
    // The drawing says it: the server reads instead, and shows no layers.
  });
}

/** The maps that fit side by side. */
function placesOf(
  { rows, columns, channels }: LayerValues,
  width: number,
): MapPlaces {
  const count = Math.min(channels, Math.floor((width + GAP) / (SIDE + GAP)));
  const maps = Array.from({ length: count }, (_, i) => i);
  return {
    zoom: Math.max(1, Math.floor(SIDE / Math.max(rows, columns))),
    lefts: maps.map((i) => i * (SIDE + GAP)),
    tops: maps.map(() => 0),
    height: SIDE,
  };
}
