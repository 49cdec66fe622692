/// <reference lib="dom" />
/**
 * Shows an answer: what was read, its caption, the bars, and the picture that
 * the model saw.
 *
 * answer.ts puts answers into words.
 *
 * @module
 */

import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";
import { byId, onColorSchemeChange, onSight, setText } from "../base/dom.ts";
import { Screen } from "../base/screen.ts";
import { READ } from "../texts/read.ts";
import {
  bars,
  caption,
  leastSure,
  placeText,
  promiseText,
  readText,
  seenOf,
  stateOf,
} from "./answer.ts";
import { createBars } from "./bars_view.ts";
import type { Answer, Place } from "./recognizer.ts";

/** A picture without ink. */
const NOTHING = new Uint8Array(IMAGE_PIXELS);

/** Milliseconds for which the time that reading took stays the same. */
const PLACE_PAUSE = 250;

/** The part of the page that shows the answer. */
export interface AnswerView {
  /** Whether it is in the window. */
  readonly isInSight: boolean;
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
  const [width, height] = [IMAGE_SIZE, IMAGE_SIZE];
  let pixels: Uint8Array = NOTHING;
  let screen = new Screen(seen, width, height);
  let timed = -Infinity;
  let isInSight = true;
  onSight(section, (now) => isInSight = now);

  const paint = (): void => screen.paint({ width, height, pixels });
  onColorSchemeChange(() => {
    screen = new Screen(seen, width, height);
    paint();
  });

  /** Where it was read and how fast: figures that change too fast say nothing. */
  function showPlace(answer: Answer): void {
    const now = performance.now();
    const isSame = placeLine.title === answer.model;
    if (isSame && now - timed < PLACE_PAUSE) return;
    timed = now;
    setText(placeLine, placeText(answer));
    placeLine.title = answer.model;
  }

  function setState(state: string): void {
    if (section.dataset.state !== state) section.dataset.state = state;
  }

  const view: AnswerView = {
    get isInSight() {
      return isInSight;
    },
    show(answer) {
      const least = leastSure(answer);
      const text = readText(answer);
      setState(stateOf(answer));
      section.style.setProperty("--length", String(text.length));
      setText(digit, text);
      setText(captionLine, caption(answer));
      showPlace(answer);
      showBars(bars(answer), least === null ? READ.bars : READ.barsOfNumber);
      setText(
        seenCaption,
        least === null ? READ.seen : READ.seenLeastSure(least.digit),
      );
      pixels = seenOf(answer) ?? NOTHING;
      paint();
    },
    showEmpty(place) {
      setState("empty");
      digit.textContent = "";
      captionLine.textContent = READ.empty;
      timed = -Infinity;
      placeLine.textContent = promiseText(place) || READ.emptyHint;
      showBars(bars(null), READ.bars);
      seenCaption.textContent = READ.seen;
      pixels = NOTHING;
      paint();
    },
    showFailure(text) {
      setState("failed");
      timed = -Infinity;
      captionLine.textContent = text;
      placeLine.textContent = "";
    },
    announce,
  };
  view.showEmpty("server");
  return view;
}
