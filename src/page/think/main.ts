/// <reference lib="dom" />
/**
 * "See it think": what happens to the drawing, step by step and layer by layer,
 * while it is drawn.
 *
 * @module
 */

import { render } from "lit-html";
import type { LayerValues } from "../../engine/layer_values.ts";
import { byId, onColorSchemeChange, setText } from "../base/dom.ts";
import type { NamedReader } from "../models/models.ts";
import {
  caption,
  leastSure,
  readText,
  seenOf,
  stateOf,
} from "../read/answer.ts";
import type { Answer, Read } from "../read/recognizer.ts";
import type { Feature, Page } from "../shell/page.ts";
import { THINK } from "../texts/think.ts";
import { emptyPanel, thinkPanel } from "./panel.ts";
import { strokesOfPart } from "./part.ts";
import { type Layers, Pictures } from "./pictures.ts";

/**
 * Starts the part.
 *
 * @param panel Its section of the page.
 * @param page What the page offers.
 * @returns Shows and hides it.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  let reader: NamedReader | null = null;
  let pictures: Pictures | null = null;
  let isShown = false;
  /** Beside the switch, where it is seen while drawing. */
  const reads = byId("think-reads", HTMLElement);

  function paint(read: Read | null): void {
    if (!isShown) return;
    const seen = read === null ? null : seenOf(read.answer);
    if (read === null || reader === null || seen === null) {
      showNothing();
      return;
    }
    if (pictures === null) {
      const { layers } = reader;
      const layersOf = (seen: Uint8Array) => shownLayers(layers(seen));
      const { maps, outputs } = layersOf(seen);
      render(thinkPanel(maps, outputs), panel);
      pictures = new Pictures(panel, maps, layersOf);
    }
    setText(reads, readsText(read.answer));
    pictures.paint(strokesOfPart(read), seen);
  }
  function showNothing(): void {
    if (pictures === null) {
      // The panel itself says that there is nothing.
      render(emptyPanel(), panel);
      setText(reads, "");
    } else {
      // The panel stays for the next drawing: to rebuild it takes several
      // frames on a slow phone.
      pictures.clear();
      setText(reads, THINK.empty);
    }
  }
  function forget(): void {
    pictures?.stop();
    pictures = null;
  }
  /** Paints in other colours or another size. */
  function repaint(): void {
    forget();
    paint(page.store.state.read);
  }
  page.store.watch(({ read }) => read, paint);
  onColorSchemeChange(repaint);
  let width = 0;
  new ResizeObserver(() => {
    // Its height changes with its content, and changes nothing.
    if (panel.clientWidth === width) return;
    width = panel.clientWidth;
    repaint();
  }).observe(panel);

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

/** Which layers are shown, and how. */
function shownLayers(layers: readonly LayerValues[]): Layers {
  const last = layers.at(-1)!;
  return {
    maps: layers.filter(({ rows, columns }) => rows * columns > 1),
    outputs: last.rows * last.columns === 1 ? last : null,
  };
}

/** The answer in a line; of a number, which of its digits is shown. */
function readsText(answer: Answer): string {
  const least = leastSure(answer);
  if (least !== null) return THINK.readsNumber(readText(answer), least.digit);
  const words = caption(answer);
  return stateOf(answer) === "unknown"
    ? words
    : THINK.reads(readText(answer), words);
}
