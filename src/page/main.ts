/// <reference lib="dom" />
/**
 * The drawing page's entry point: chooses the recognizers and starts the page's
 * three parts.
 *
 * Nothing imports it; it is bundled into static/page.js, which
 * static/index.html loads.
 *
 * @module
 */

import { createAnswerView } from "./answer_view.ts";
import { onceIdle, onFrame } from "./dom.ts";
import { Drawing } from "./drawing.ts";
import { startDrawing } from "./drawing_view.ts";
import { createHttpRecognizer } from "./http_recognizer.ts";
import { decodePng } from "./ink.ts";
import { afterTimeout } from "./latest.ts";
import { createLazyRecognizer } from "./lazy_recognizer.ts";
import { createReading } from "./reading.ts";
import type { Fetch } from "./request.ts";
import { startSheet } from "./sheet_view.ts";

/**
 * Bundled separately; addressed by URL, since the bundler would follow a path.
 */
const ENGINE_SCRIPT = "/page_engine.js";

const send: Fetch = (url, init) => fetch(url, init);
const drawing = new Drawing();
const view = createAnswerView();
const recognizer = createLazyRecognizer({
  meanwhile: createHttpRecognizer(send, decodePng),
  load: async () => {
    const script: typeof import("./engine_recognizer.ts") = await import(
      ENGINE_SCRIPT
    );
    return await script.loadEngineRecognizer(send);
  },
  // Reads the drawing again, whether the server has read it or failed to.
  onLoad: () => reading.settled(),
  onFailure: (error) =>
    console.warn("The engine did not load; the server reads instead:", error),
});
const reading = createReading({
  drawing,
  recognizer,
  view,
  isOnline: () => navigator.onLine,
  after: afterTimeout,
  onFrame,
});

startDrawing(drawing, reading, view.announce);
startSheet(send, afterTimeout);
onceIdle(recognizer.load);
addEventListener("pointerdown", recognizer.load, { once: true });
addEventListener("online", () => {
  // A drawing made offline is read as soon as the network is back.
  reading.settled();
  recognizer.load();
});
