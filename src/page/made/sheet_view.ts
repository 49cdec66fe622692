/// <reference lib="dom" />
/**
 * The controls of the sheet of generated digits, and the requests behind it.
 *
 * sample.ts makes URLs and parses answers; sheet_grid.ts is the grid itself.
 *
 * @module
 */

import { offerCopy } from "../base/copy.ts";
import { byId } from "../base/dom.ts";
import { type After, Latest } from "../base/latest.ts";
import { failureText, retryDelay } from "../base/request.ts";
import { formatLink } from "../shell/link.ts";
import type { Feature, Page } from "../shell/page.ts";
import { MADE } from "../texts/made.ts";
import * as sheets from "./sample.ts";
import { createSheetGrid } from "./sheet_grid.ts";

/**
 * Takes over the sheet part of the page, once its markup is there.
 *
 * @param page What the page offers.
 * @param after The clock.
 * @returns The feature; it requests a sheet each time its link changes.
 * @throws {TypeError} If the page lacks an element.
 */
export function startSheet(page: Page, after: After): Feature {
  const grid = byId("sheet", HTMLElement);
  const status = byId("sheet-status", HTMLElement);
  const form = byId("sheet-form", HTMLFormElement);
  const seedField = byId("seed", HTMLInputElement);
  const pngLink = byId("png", HTMLAnchorElement);
  const showSamples = createSheetGrid(grid);
  let choice: sheets.SheetChoice = {
    digit: null,
    seed: sheets.randomSeed(),
  };
  let callOffRetry: (() => void) | null = null;

  const latest = new Latest<sheets.SheetChoice, sheets.Sheet>({
    run: (wanted, signal) => sheets.requestSheet(page.fetch, wanted, signal),
    onResult: (sheet) => {
      grid.ariaBusy = "false";
      status.textContent = "";
      grid.title = sheet.model;
      showSamples(sheet.samples);
    },
    onError: (error) => {
      grid.ariaBusy = "false";
      status.textContent = failureText(error, navigator.onLine);
      const seconds = retryDelay(error);
      if (seconds !== null) callOffRetry = after(seconds * 1000, load);
    },
    soon: (callback) => after(0, callback),
  });

  function load(): void {
    callOffRetry?.();
    callOffRetry = null;
    grid.ariaBusy = "true";
    showChoice();
    latest.settle(choice);
  }

  function showChoice(): void {
    seedField.setCustomValidity("");
    seedField.value = String(choice.seed);
    pngLink.href = sheets.sampleUrl(choice, "png");
    pngLink.download = `digits-${choice.digit ?? "mixed"}-${choice.seed}.png`;
    const radios = form.elements.namedItem("digit");
    if (radios instanceof RadioNodeList) {
      radios.value = String(choice.digit ?? "any");
    }
  }

  function choose(next: sheets.SheetChoice): void {
    choice = next;
    page.setLink(sheets.linkFromChoice(choice));
    load();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const digit = new FormData(form).get("digit");
    const seed = sheets.seedFromText(seedField.value);
    if (seed !== null) {
      return choose({ digit: digit === "any" ? null : Number(digit), seed });
    }
    status.textContent = MADE.badSeed(sheets.MAX_SEED);
    seedField.setCustomValidity(status.textContent);
  });
  byId("new-seed", HTMLButtonElement).addEventListener("click", () => {
    choose({ ...choice, seed: sheets.randomSeed() });
  });
  offerCopy(
    byId("copy", HTMLButtonElement),
    () =>
      new URL(formatLink(sheets.linkFromChoice(choice)), location.href).href,
  );
  addEventListener("online", load);
  return {
    show: (link) => choose(sheets.choiceFromLink(link, choice)),
    hide: () => callOffRetry?.(),
  };
}
