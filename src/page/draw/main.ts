/// <reference lib="dom" />
/**
 * The feature "draw": the drawing square, what is read in it, the last
 * drawings, and the link that holds the drawing. It is the first view.
 *
 * @module
 */

import { afterTimeout } from "../base/latest.ts";
import { byId, onFrame, setText } from "../base/dom.ts";
import { decodePng } from "../base/ink.ts";
import { readText } from "../read/answer.ts";
import { createAnswerView } from "../read/answer_view.ts";
import { createEngineRecognizer } from "../read/engine_recognizer.ts";
import { createHttpRecognizer } from "../read/http_recognizer.ts";
import { createLazyRecognizer } from "../read/lazy_recognizer.ts";
import { createReading } from "../read/reading.ts";
import type { Answer } from "../read/recognizer.ts";
import { createSecondOpinion } from "../read/second_opinion.ts";
import type { Feature, Page } from "../shell/page.ts";
import { DRAW } from "../texts/draw.ts";
import { READ } from "../texts/read.ts";
import type { LabelledBox } from "./boxes.ts";
import { Drawing, type Stroke } from "./drawing.ts";
import { startDrawing } from "./drawing_view.ts";
import { History } from "./history.ts";
import { startHistory } from "./history_view.ts";
import { offerShare } from "../base/share.ts";
import { decodeStrokes, encodeStrokes } from "./strokes_code.ts";
import { startGlimpse } from "../think/glimpse.ts";
import { startThinkSwitch } from "./think_switch.ts";

/** Milliseconds that a drawing waits for the engine before it is sent. */
const ENGINE_PATIENCE = 4000;

/** Where the last drawings are kept; null if the browser forbids it. */
function shelf(): Storage | null {
  let storage: Storage | null = null;
  try {
    storage = localStorage;
  } catch {
    // Cookies are blocked.
  }
  return storage;
}

/** The boxes over a number's digits; none for a single digit. */
function boxesOf({ number }: Answer): LabelledBox[] {
  return (number?.digits ?? []).map(({ digit, rejected, box }) => ({
    ...box,
    label: String(digit),
    isUnsure: rejected,
  }));
}

/**
 * Starts the feature.
 *
 * @param page What the page offers.
 * @returns The feature.
 * @throws {TypeError} If page.html lacks an element.
 */
export function startDraw(page: Page): Feature {
  const drawing = new Drawing();
  const answerView = createAnswerView(page.announce);
  const server = createHttpRecognizer(page.fetch, decodePng);
  const recognizer = createLazyRecognizer({
    meanwhile: server,
    patience: () =>
      new Promise((resolve) => afterTimeout(ENGINE_PATIENCE, resolve)),
    load: async () => {
      const reader = await page.models.recognizer();
      return createEngineRecognizer(reader, reader.name);
    },
    // Reads the drawing again, whether the server has read it or failed to.
    onLoad: () => reading.settled(),
    onFailure: (error) =>
      console.warn("The engine did not load; the server reads instead:", error),
  });

  const secondSwitch = byId("second-switch", HTMLInputElement);
  const secondText = byId("second-text", HTMLElement);
  const second = createSecondOpinion({
    server,
    show: (text) => setText(secondText, text),
    isOnline: () => navigator.onLine,
    now: () => performance.now(),
  });
  function askServer(): void {
    const { read } = page.store.state;
    if (secondSwitch.checked && read?.answer.milliseconds != null) {
      return second.ask(read);
    }
    second.cancel();
    setText(secondText, secondSwitch.checked ? "" : READ.second.off);
  }
  secondSwitch.addEventListener("change", askServer);

  startGlimpse(page);
  startThinkSwitch(page);

  const reading = createReading({
    drawing,
    recognizer,
    view: {
      ...answerView,
      show(answer) {
        page.store.update({ read: { strokes: drawing.strokes, answer } });
        // Below "see it think" it waits for the end of the stroke.
        if (answerView.isInSight || !drawing.isOpen) answerView.show(answer);
        drawingView.showBoxes(boxesOf(answer));
        if (!drawing.isOpen) askServer();
      },
      showEmpty(place) {
        page.store.update({ read: null });
        answerView.showEmpty(place);
        askServer();
      },
    },
    isOnline: () => navigator.onLine,
    after: afterTimeout,
    onFrame,
  });

  const history = new History(shelf());
  /** Puts the drawing into the strip, with what it was read as. */
  function keep(): void {
    const { read } = page.store.state;
    const text = read === null ? "" : readText(read.answer);
    history.add({ code: encodeStrokes(drawing.strokes), text });
    showHistory();
  }
  function open(strokes: readonly Stroke[]): void {
    drawing.open(strokes);
    drawingView.paint();
    settle();
  }
  const showHistory = startHistory(history, (strokes) => {
    keep();
    open(strokes);
    scrollTo(0, 0);
  });

  function settle(): void {
    reading.settled();
    writeLink();
  }
  function writeLink(): void {
    const code = encodeStrokes(drawing.strokes);
    page.setLink(code === "" ? {} : { drawing: code });
    shareButton.disabled = code === "";
  }
  const shareButton = byId("share", HTMLButtonElement);
  // First, since a drawing that is already there waits for it.
  recognizer.load();
  const drawingView = startDrawing({
    drawing,
    onGrow: reading.growing,
    onSettle: settle,
    beforeClear: keep,
    announce: page.announce,
  });
  offerShare(shareButton, () => {
    const { read } = page.store.state;
    const text = read === null ? DRAW.shareText : DRAW.shareRead(
      readText(read.answer),
    );
    return { url: location.href, text };
  }, { ...DRAW, announce: page.announce });
  addEventListener("online", () => {
    // A drawing made offline is read as soon as the network is back.
    reading.settled();
    recognizer.load();
  });

  return {
    show(link) {
      const code = link.drawing;
      if (code === undefined || code === encodeStrokes(drawing.strokes)) {
        return writeLink();
      }
      try {
        open(decodeStrokes(code));
      } catch (error) {
        console.warn("The link's drawing cannot be opened:", error);
        answerView.showFailure(READ.badLink);
        page.announce(READ.badLink);
      }
    },
    hide: () => second.cancel(),
  };
}
