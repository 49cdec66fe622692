/// <reference lib="dom" />
/**
 * The controls of the sheet of generated digits, and the requests behind it.
 *
 * sample.ts makes URLs and parses answers; sheet_grid.ts is the grid itself.
 *
 * @module
 */

import { offerCopy } from "./copy.ts";
import { byId } from "./dom.ts";
import { type After, Latest } from "./latest.ts";
import { failureText, type Fetch, retryDelay } from "./request.ts";
import * as sheets from "./sample.ts";
import { createSheetGrid } from "./sheet_grid.ts";

/**
 * Takes over the sheet part of the page and requests the first sheet: the one
 * in the URL, else a new one.
 *
 * @param fetch Sends requests.
 * @param after The clock.
 * @throws {TypeError} If the page lacks an element.
 */
export function startSheet(fetch: Fetch, after: After): void {
  const grid = byId("sheet", HTMLElement);
  const status = byId("sheet-status", HTMLElement);
  const model = byId("generator-name", HTMLElement);
  const form = byId("sheet-form", HTMLFormElement);
  const seedField = byId("seed", HTMLInputElement);
  const pngLink = byId("png", HTMLAnchorElement);
  const showSamples = createSheetGrid(grid);
  let choice = sheets.choiceFromHash(location.hash, sheets.randomSeed());
  let callOffRetry: (() => void) | null = null;

  const latest = new Latest<sheets.SheetChoice, sheets.Sheet>({
    run: (wanted, signal) => sheets.requestSheet(fetch, wanted, signal),
    onResult: (sheet) => {
      grid.ariaBusy = "false";
      status.textContent = "";
      model.textContent = sheet.model;
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
    // Replaces the history entry: "back" should leave the page, not walk
    // through forty seeds.
    history.replaceState(null, "", sheets.hashFromChoice(choice));
    load();
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const digit = new FormData(form).get("digit");
    const seed = sheets.seedFromText(seedField.value);
    if (seed !== null) {
      return choose({ digit: digit === "any" ? null : Number(digit), seed });
    }
    status.textContent =
      `A seed is a whole number from 0 to ${sheets.MAX_SEED}.`;
    seedField.setCustomValidity(status.textContent);
  });
  byId("new-seed", HTMLButtonElement).addEventListener("click", () => {
    choose({ ...choice, seed: sheets.randomSeed() });
  });
  offerCopy(
    byId("copy", HTMLButtonElement),
    () => new URL(sheets.hashFromChoice(choice), location.href).href,
  );
  addEventListener(
    "hashchange",
    () => choose(sheets.choiceFromHash(location.hash, choice.seed)),
  );
  addEventListener("online", load);
  load();
}
