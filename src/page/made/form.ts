/// <reference lib="dom" />
/**
 * The markup of the generated digits: a form and the sheet.
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";
import { CLASSES } from "../../network/numbers.ts";
import { MADE } from "../texts/made.ts";

/** The feature's whole panel; sheet_view.ts finds its elements by id. */
export function madePanel(): TemplateResult {
  const choices = ["any", ...Array.from({ length: CLASSES }, (_, k) => `${k}`)];
  return html`
    <h2>${MADE.title}</h2>
    <p class="lead">${MADE.lead}</p>
    <form id="sheet-form" autocomplete="off">
      <fieldset class="choices">
        <legend class="unseen">${MADE.digit}</legend>
        ${choices.map((value) =>
          html`<label><input type="radio" name="digit" value=${value} ?checked=${
            value === "any"
          }><span>${value === "any" ? MADE.any : value}</span></label>`
        )}
      </fieldset>
      <div class="row seed">
        <label for="seed">${MADE.seed}</label>
        <input id="seed" class="field" type="text" inputmode="numeric"
          maxlength="10"
          aria-describedby="sheet-status">
        <button type="button" id="new-seed">${MADE.newSeed}</button>
        <button type="button" id="copy" hidden>${MADE.copyLink}</button>
        <a id="png" class="button" href="/sample?format=png"
          download>${MADE.savePng}</a>
      </div>
    </form>
    <div id="sheet" class="card" role="img" aria-label=${MADE.sheet}
      aria-busy="true"></div>
    <p id="sheet-status" class="status" role="status"></p>
  `;
}
