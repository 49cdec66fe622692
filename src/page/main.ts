/// <reference lib="dom" />
/**
 * The page's entry point: everything that the first view needs.
 *
 * `deno task generate` bundles it, and each other feature as a script of its
 * own, into static/page/. README.md says how a feature is added.
 *
 * @module
 */

import { byId, loadStyles, onFrame } from "./base/dom.ts";
import { decodePng } from "./base/ink.ts";
import { afterTimeout } from "./base/latest.ts";
import type { Fetch } from "./base/request.ts";
import { Drawing } from "./draw/drawing.ts";
import { startDrawing } from "./draw/drawing_view.ts";
import { createPageModels } from "./models/models.ts";
import { createAnswerView } from "./read/answer_view.ts";
import { createEngineRecognizer } from "./read/engine_recognizer.ts";
import { createHttpRecognizer } from "./read/http_recognizer.ts";
import { createLazyRecognizer } from "./read/lazy_recognizer.ts";
import { createReading } from "./read/reading.ts";
import { featureOf } from "./shell/features.ts";
import { formatLink, parseLink } from "./shell/link.ts";
import type { Page, PageState } from "./shell/page.ts";
import { startPanels } from "./shell/panels.ts";
import { Store } from "./shell/store.ts";

const send: Fetch = (url, init) => fetch(url, init);

/** Bundled separately; a literal path would be bundled into this script. */
const script = (name: string) => import(`/page/${name}.js`);

const live = byId("announcement", HTMLElement);
const page: Page = {
  store: new Store<PageState>({ feature: "draw", link: {} }),
  fetch: send,
  models: createPageModels(send, () => script("generator")),
  announce: (text) => live.textContent = text,
  setLink(link) {
    history.replaceState(null, "", formatLink(link));
    page.store.update({ link });
  },
};

const drawing = new Drawing();
const view = createAnswerView(page.announce);
const recognizer = createLazyRecognizer({
  meanwhile: createHttpRecognizer(send, decodePng),
  load: async () => {
    const reader = await page.models.recognizer();
    return createEngineRecognizer(reader, reader.name);
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
startDrawing(drawing, reading, page.announce);
recognizer.load();
addEventListener("online", () => {
  // A drawing made offline is read as soon as the network is back.
  reading.settled();
  recognizer.load();
});

const open = startPanels({
  page,
  started: { draw: { show: () => {}, hide: () => {} } },
  load: async (id) => {
    const [feature] = await Promise.all([
      script(id),
      loadStyles(`/page/${id}.css`),
    ]);
    return feature;
  },
});
function followLink(): void {
  const link = parseLink(location.hash);
  page.store.update({ link, feature: featureOf(link) });
  open();
}
addEventListener("hashchange", followLink);
followLink();
