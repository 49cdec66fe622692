/// <reference lib="dom" />
/**
 * Shows an answer: the big digit, its caption, ten bars, and the picture that
 * the model saw.
 *
 * answer.ts puts answers into words.
 *
 * @module
 */

import { type Bar, bars, caption, placeText, promiseText } from "./answer.ts";
import { byId, onColorSchemeChange } from "../base/dom.ts";
import { paintInk } from "../base/ink.ts";
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
  const showBars = createBars(byId("bars", HTMLElement));
  const emptyCaption = captionLine.textContent ?? "";
  let pixels: Uint8Array | null = null;

  const paint = (): void => paintInk(seen, pixels);
  onColorSchemeChange(paint);

  const view: AnswerView = {
    show(answer) {
      section.dataset.state = answer.rejected ? "unsure" : "sure";
      digit.textContent = String(answer.digit);
      captionLine.textContent = caption(answer);
      placeLine.textContent = placeText(answer);
      placeLine.title = answer.model;
      showBars(bars(answer));
      pixels = answer.seen;
      paint();
    },
    showEmpty(place) {
      section.dataset.state = "empty";
      digit.textContent = "";
      captionLine.textContent = emptyCaption;
      placeLine.textContent = promiseText(place);
      showBars(bars(null));
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

/** Fills the list with ten bars and returns the function that sets them. */
function createBars(list: HTMLElement): (values: readonly Bar[]) => void {
  const items = bars(null).map(({ digit }) => {
    const item = document.createElement("li");
    const text = item.appendChild(document.createElement("span"));
    text.className = "share";
    const track = item.appendChild(document.createElement("span"));
    track.className = "track";
    const fill = track.appendChild(document.createElement("span"));
    fill.className = "fill";
    const label = item.appendChild(document.createElement("span"));
    label.className = "label";
    label.textContent = String(digit);
    return { item, text, fill };
  });
  list.replaceChildren(...items.map(({ item }) => item));
  return (values) => {
    items.forEach(({ item, text, fill }, index) => {
      const bar = values[index];
      if (bar === undefined) return;
      item.classList.toggle("best", bar.best);
      item.classList.toggle("faint", bar.height < 0.01);
      text.textContent = bar.text;
      fill.style.setProperty("--height", String(bar.height));
    });
  };
}
