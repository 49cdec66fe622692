/// <reference lib="dom" />
/**
 * The page's entry point: everything that the first view needs.
 *
 * `deno task generate` bundles it, and each other feature as a script of its
 * own, into static/page/. README.md says how a feature is added.
 *
 * @module
 */

import { byId, loadStyles } from "./base/dom.ts";
import type { Fetch } from "./base/request.ts";
import { startDraw } from "./draw/main.ts";
import { createPageModels } from "./models/models.ts";
import { registerWorker } from "./offline/register.ts";
import { featureOf } from "./shell/features.ts";
import { takeGivenPictures } from "./shell/given.ts";
import { formatLink, parseLink } from "./shell/link.ts";
import type { Page, PageState } from "./shell/page.ts";
import { startPanels } from "./shell/panels.ts";
import { Store } from "./shell/store.ts";

const send: Fetch = (url, init) => fetch(url, init);

/** Bundled separately; a literal path would be bundled into this script. */
const script = (name: string) => import(`/page/${name}.js`);

const live = byId("announcement", HTMLElement);
const page: Page = {
  store: new Store<PageState>({
    ...{ feature: "draw", link: {} },
    ...{ read: null, given: null },
  }),
  fetch: send,
  models: createPageModels(send, () => script("generator")),
  async load(name) {
    const [feature] = await Promise.all([
      script(name),
      loadStyles(`/page/${name}.css`),
    ]);
    return feature;
  },
  announce: (text) => live.textContent = text,
  setLink(link) {
    const { pathname, search } = location;
    const hash = Object.keys(link).length > 0 ? formatLink(link) : "";
    history.replaceState(null, "", pathname + search + hash);
    page.store.update({ link });
  },
};

const open = startPanels({
  page,
  started: { draw: startDraw(page) },
});
function followLink(): void {
  const link = parseLink(location.hash);
  page.store.update({ link, feature: featureOf(link) });
  open();
}
addEventListener("hashchange", followLink);
followLink();
takeGivenPictures(page.store);
registerWorker();
