/// <reference lib="dom" />
/**
 * "See it think": what happens to the drawing, step by step and layer by layer,
 * while it is drawn.
 *
 * @module
 */

import { render } from "lit-html";
import type { LayerValues } from "../../engine/layer_values.ts";
import { inkOfStrokes, MAX_POINTS } from "../../image/strokes.ts";
import { onColorSchemeChange } from "../base/dom.ts";
import { thin } from "../draw/drawing.ts";
import { padContext, paintStrokes } from "../draw/pad.ts";
import type { NamedReader } from "../models/models.ts";
import { caption, readText } from "../read/answer.ts";
import type { Read } from "../read/recognizer.ts";
import type { Feature, Page } from "../shell/page.ts";
import { THINK } from "../texts/think.ts";
import {
  arrangeMaps,
  columnsFor,
  FULL,
  largestOf,
  type MapSheet,
} from "./maps.ts";
import { paintSheet, type Ramp, rampOf } from "./paint.ts";
import { emptyPanel, thinkPanel } from "./panel.ts";

/** Pixels of a screen that a map's pixel has at least. */
const LEAST_ZOOM = 2;

/** Most maps side by side, on a wide screen. */
const MOST_COLUMNS = 32;

/**
 * Starts the part.
 *
 * @param panel Its section of the page.
 * @param page What the page offers.
 * @returns Shows and hides it.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  const sheets = new Map<string, MapSheet>();
  let reader: NamedReader | null = null;
  let isShown = false;

  const paint = (read: Read | null): void => {
    if (!isShown) return;
    if (read === null || reader === null || read.answer.seen === null) {
      render(emptyPanel(), panel);
      return;
    }
    paintThought(panel, reader, read, sheets);
  };
  const repaint = (): void => paint(page.store.state.read);
  page.store.watch(({ read }) => read, paint);
  onColorSchemeChange(repaint);
  new ResizeObserver(repaint).observe(panel);

  return {
    show() {
      isShown = true;
      repaint();
      page.models.recognizer().then((loaded) => {
        reader = loaded;
        repaint();
      }, (error) => console.warn("The recognizer did not load:", error));
    },
    hide: () => isShown = false,
  };
}

function paintThought(
  panel: HTMLElement,
  reader: NamedReader,
  { strokes, answer }: Read,
  sheets: Map<string, MapSheet>,
): void {
  const all = reader.layers(answer.seen!);
  const maps = all.filter(({ rows, columns }) => rows * columns > 1);
  const last = all.at(-1)!;
  const outputs = last.rows * last.columns === 1 ? last : null;
  const reads = THINK.reads(readText(answer), caption(answer));
  render(thinkPanel(reads, maps, outputs), panel);

  const [drawn, fine, seen] = panel.querySelectorAll<HTMLCanvasElement>(
    ".think-step",
  );
  const ramp = rampOf(drawn!);
  const { color } = getComputedStyle(drawn!);
  paintStrokes(padContext(drawn!), strokes, color);
  paintSheet(fine!, fineSheet(thin(strokes, MAX_POINTS)), ramp);
  const pixels = answer.seen!;
  paintSheet(seen!, { width: 28, height: 28, pixels }, ramp);
  const canvases = panel.querySelectorAll<HTMLCanvasElement>(".think-maps");
  const colors = canvases.length > 0 ? rampOf(canvases[0]!) : ramp;
  canvases.forEach((canvas, index) =>
    paintMaps(canvas, maps[index]!, sheets, colors)
  );
  if (outputs !== null) showOutputs(panel, outputs);
}

function fineSheet(strokes: Read["strokes"]): MapSheet {
  const { width, height, ink } = inkOfStrokes(strokes);
  return { width, height, pixels: Uint8Array.from(ink, (v) => v * FULL) };
}

function paintMaps(
  canvas: HTMLCanvasElement,
  layer: LayerValues,
  sheets: Map<string, MapSheet>,
  ramp: Ramp,
): void {
  const room = canvas.parentElement!.clientWidth / LEAST_ZOOM;
  const most = Math.floor(room / (layer.columns + 1));
  const columns = columnsFor(
    layer.channels,
    Math.max(1, Math.min(MOST_COLUMNS, most)),
  );
  const brightest = Math.max(1, largestOf(layer.values));
  const sheet = arrangeMaps(layer, columns, brightest, sheets.get(layer.name));
  sheets.set(layer.name, sheet);
  paintSheet(canvas, sheet, ramp);
}

/** Bars of the logits, from the smallest to the largest. */
function showOutputs(panel: HTMLElement, { values }: LayerValues): void {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  panel.querySelectorAll<HTMLElement>(".think-bar").forEach((bar, index) => {
    const share = (values[index]! - least) / (most - least || 1);
    bar.style.setProperty("--height", String(share));
    bar.classList.toggle("best", values[index] === most);
  });
}
