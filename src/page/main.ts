/// <reference lib="dom" />
/**
 * The drawing page's entry point: chooses the recognizer and starts the page's three parts.
 *
 * It is NOT imported by anything; build.ts bundles it into static/page.js, which static/index.html loads.
 *
 * @module
 */

import { createAnswerView } from "./answer_view.ts";
import { Drawing } from "./drawing.ts";
import { startDrawing } from "./drawing_view.ts";
import { createHttpRecognizer } from "./http_recognizer.ts";
import { decodePng } from "./ink.ts";
import { afterTimeout } from "./latest.ts";
import { createReading } from "./reading.ts";
import type { Fetch } from "./request.ts";
import { startSheet } from "./sheet_view.ts";

const send: Fetch = (url, init) => fetch(url, init);
const drawing = new Drawing();
const view = createAnswerView();
const reading = createReading({
  drawing,
  recognizer: createHttpRecognizer(send, decodePng),
  view,
  isOnline: () => navigator.onLine,
  after: afterTimeout,
});

startDrawing(drawing, reading, view.announce);
// A drawing made offline is read as soon as the network is back.
addEventListener("online", () => reading.settled());
startSheet(send, afterTimeout);
