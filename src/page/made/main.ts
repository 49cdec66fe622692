/// <reference lib="dom" />
/**
 * The feature "made": a sheet of generated digits, by digit and seed.
 *
 * @module
 */

import { render } from "lit-html";
import { afterTimeout } from "../base/latest.ts";
import type { Feature, Page } from "../shell/page.ts";
import { madePanel } from "./form.ts";
import { startSheet } from "./sheet_view.ts";

/**
 * Starts the feature.
 *
 * @param panel The feature's empty section of the page.
 * @param page What the page offers.
 * @returns The feature.
 */
export function start(panel: HTMLElement, page: Page): Feature {
  render(madePanel(), panel);
  return startSheet(page, afterTimeout);
}
