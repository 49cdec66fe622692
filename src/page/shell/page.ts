/// <reference lib="dom" />
/**
 * What the page offers its features, and what a feature is to the page.
 *
 * @module
 */

import type { Fetch } from "../base/request.ts";
import type { PageModels } from "../models/models.ts";
import type { Read } from "../read/recognizer.ts";
import type { FeatureId } from "./features.ts";
import type { Link } from "./link.ts";
import type { Store } from "./store.ts";

/** The state of the page. */
export interface PageState {
  /** The feature that is shown. */
  readonly feature: FeatureId;
  /**
   * What the link holds. A feature's shareable state lives here: the seed, the
   * number, the quiz.
   */
  readonly link: Link;
  /** The drawing as it was last read; null while there is none. */
  readonly read: Read | null;
  /** The last file that was pasted or dropped; null before. */
  readonly given: Blob | null;
}

/** What the page offers its features. */
export interface Page {
  /** The page's state. */
  readonly store: Store<PageState>;
  /** Sends requests to the page's server. */
  readonly fetch: Fetch;
  /** The engine and the models, each loaded once. */
  readonly models: PageModels;
  /**
   * Imports a feature's script and loads its style sheet.
   *
   * @param name Its folder's name.
   * @throws {TypeError} If they cannot be loaded.
   */
  load(name: string): Promise<FeatureScript>;
  /** Makes a screen reader say something. */
  announce(text: string): void;
  /**
   * Replaces the link without a new entry in the history: "back" should leave
   * the page, not walk through forty seeds. The feature's `show` is not called.
   *
   * @param link All fields of the new link.
   */
  setLink(link: Link): void;
}

/** A started feature. */
export interface Feature {
  /**
   * Called each time the feature is shown, and when the link changes while it
   * is shown.
   *
   * @param link The fields of the hash.
   */
  show(link: Link): void;
  /** Called when another feature is shown: stop animations and requests. */
  hide(): void;
}

/**
 * Starts a feature: called once, when it is first shown. Each feature's
 * `main.ts` exports one as `start`.
 *
 * @param panel The feature's empty section of the page.
 * @param page What the page offers.
 * @returns The feature; its `show` is called next.
 */
export type StartFeature = (panel: HTMLElement, page: Page) => Feature;

/** The script of a feature. */
export interface FeatureScript {
  /** Starts the feature. */
  readonly start: StartFeature;
}
