/// <reference lib="dom" />
/**
 * Shows an answer: what was read, its caption, the bars, and the picture that
 * the model saw.
 *
 * answer.ts puts answers into words.
 *
 * @module
 */

import { byId, onColorSchemeChange } from "../base/dom.ts";
import { paintInk } from "../base/ink.ts";
import { READ } from "../texts/read.ts";
import {
  bars,
  caption,
  leastSure,
  placeText,
  promiseText,
  readText,
  stateOf,
} from "./answer.ts";
import { createBars } from "./bars_view.ts";
import type { Answer, Place } from "./recognizer.ts";

/** The part of the page that shows the answer. */
export interface AnswerView {
  /** Shows an answer. */
  show(answer: Answer): void;
  /** Shows that there is nothing to read, and where it would be read. */
  showEmpty(place: Place): void;
  /** Shows why no answer came; the previous answer is dimmed. */
  showFailure(text: string): void;
  /** Makes a screen reader say something. */
  announce(text: string): void;
}

/**
 * Takes over the answer part of the page.
 *
 * @param announce Makes a screen reader say something.
 * @returns The view, empty.
 * @throws {TypeError} If the page lacks an element.
 */
export function createAnswerView(
  announce: (text: string) => void,
): AnswerView {
  const section = byId("answer", HTMLElement);
  const digit = byId("digit", HTMLElement);
  const captionLine = byId("caption", HTMLElement);
  const placeLine = byId("place", HTMLElement);
  const seen = byId("seen", HTMLCanvasElement);
  const seenCaption = byId("seen-caption", HTMLElement);
  const showBars = createBars(byId("bars", HTMLElement));
  let pixels: Uint8Array | null = null;

  const paint = (): void => paintInk(seen, pixels);
  onColorSchemeChange(paint);

  const view: AnswerView = {
    show(answer) {
      const least = leastSure(answer);
      const text = readText(answer);
      section.dataset.state = stateOf(answer);
      section.style.setProperty("--length", String(text.length));
      digit.textContent = text;
      captionLine.textContent = caption(answer);
      placeLine.textContent = placeText(answer);
      placeLine.title = answer.model;
      showBars(bars(answer), least === null ? READ.bars : READ.barsOfNumber);
      seenCaption.textContent = least === null
        ? READ.seen
        : READ.seenLeastSure(least.digit);
      pixels = least === null ? answer.seen : least.seen ?? null;
      paint();
    },
    showEmpty(place) {
      section.dataset.state = "empty";
      digit.textContent = "";
      captionLine.textContent = READ.empty;
      placeLine.textContent = promiseText(place) || READ.emptyHint;
      showBars(bars(null), READ.bars);
      seenCaption.textContent = READ.seen;
      pixels = null;
      paint();
    },
    showFailure(text) {
      section.dataset.state = "failed";
      captionLine.textContent = text;
      placeLine.textContent = "";
    },
    announce,
  };
  view.showEmpty("server");
  return view;
}
