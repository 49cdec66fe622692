/// <reference lib="dom" />
/**
 * Shows one feature at a time: its panel, its tab, its title. A feature's code
 * is loaded when it is first shown.
 *
 * @module
 */

import { byId } from "../base/dom.ts";
import { SHELL } from "../texts/shell.ts";
import { type FeatureId, FEATURES } from "./features.ts";
import type { Feature, Page } from "./page.ts";

/** What {@linkcode startPanels} needs. */
export interface PanelsOptions {
  /** What features receive. */
  readonly page: Page;
  /** Features that are in the first script. */
  readonly started: Readonly<Partial<Record<FeatureId, Feature>>>;
}

/**
 * Takes over the panels.
 *
 * @param options The page and its features.
 * @returns Shows the feature of the page's state, with the link of that state.
 * @throws {TypeError} If page.html lacks a panel.
 */
export function startPanels(
  { page, started }: PanelsOptions,
): () => Promise<void> {
  const running = new Map(Object.entries(started));
  const panels = new Map(
    FEATURES.map(({ id }) => [id, byId(`view-${id}`, HTMLElement)]),
  );
  const tabs = [...document.querySelectorAll<HTMLAnchorElement>("#tabs a")];
  let shown: FeatureId | null = null;

  function turnTo(id: FeatureId): void {
    if (id === shown) return;
    if (shown !== null) {
      running.get(shown)?.hide();
      page.announce(SHELL.opened(SHELL.tabs[id]));
    }
    shown = id;
    for (const [name, element] of panels) element.hidden = name !== id;
    for (const tab of tabs) {
      tab.ariaCurrent = tab.hash === `#${id}` ? "page" : null;
    }
    document.title = id === FEATURES[0]!.id
      ? SHELL.documentTitle
      : SHELL.title(SHELL.tabs[id]);
    scrollTo(0, 0);
  }

  /** Loads and starts a feature once; shows it where that fails. */
  async function start(id: FeatureId): Promise<Feature | undefined> {
    const panel = panels.get(id)!;
    panel.ariaBusy = "true";
    try {
      const script = await page.load(id);
      const feature = running.get(id) ?? script.start(panel, page);
      running.set(id, feature);
      return feature;
    } catch (error) {
      console.warn(`The feature "${id}" did not load:`, error);
      showFailure(panel, open);
      return undefined;
    } finally {
      panel.ariaBusy = "false";
    }
  }

  async function open(): Promise<void> {
    const id = page.store.state.feature;
    turnTo(id);
    const feature = running.get(id) ?? await start(id);
    // Another one may have been opened while this one loaded.
    if (page.store.state.feature === id) feature?.show(page.store.state.link);
  }

  return open;
}

/** Says in an empty panel that its code is missing, with a button to retry. */
function showFailure(panel: HTMLElement, retry: () => void): void {
  const text = document.createElement("p");
  text.role = "alert";
  text.textContent = SHELL.loadFailed;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = SHELL.retry;
  button.addEventListener("click", () => {
    panel.replaceChildren();
    retry();
  });
  panel.replaceChildren(text, button);
}
