/// <reference lib="dom" />
/**
 * The call that answers with a picture, to copy, and the picture to save.
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";
import { copyButton } from "../base/copy_button.ts";
import { MADE } from "../texts/made.ts";
import { callText, LANGUAGES } from "./calls.ts";
import type { Actions, Save, Shown } from "./section.ts";

/** What {@linkcode callView} shows. */
export interface CallOptions {
  /** Which picture it is: names its controls, which all pictures have. */
  readonly name: "wall" | "number" | "hand" | "morph";
  /** The path of the picture, with its query; null until it is known. */
  readonly path: string | null;
  /** The name of the picture's file. */
  readonly file: string;
  /** Saves the picture; it is drawn in the page. */
  readonly save: Save;
}

/**
 * Buttons that save a picture, and the call that answers with it.
 *
 * @param shown What the panel shows.
 * @param actions What the panel may do.
 * @param options The picture.
 */
export function callView(
  { language, generator }: Shown,
  { chooseLanguage, announce }: Actions,
  { name, path, file, save }: CallOptions,
): TemplateResult {
  const text = path === null
    ? ""
    : callText(language, new URL(path, location.origin).href, file);
  const picture = MADE.pictures[name];
  /** Read out after a text that other pictures' controls have, too. */
  const of = html`<span class="unseen"> (${picture})</span>`;
  return html`
    <div class="row saves">
      <button type="button" ?disabled="${generator === null}" @click="${() =>
        save("png")}">
        ${MADE.savePng}${of}
      </button>
      <button type="button" ?disabled="${generator === null}" @click="${() =>
        save("svg")}">
        ${MADE.saveSvg}${of}
      </button>
    </div>
    <details class="call">
      <summary>${MADE.call}${of}</summary>
      <p class="fine">${MADE.callNote}</p>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${MADE.callLanguage}${of}</legend>
          ${LANGUAGES.map((choice) =>
            html`
              <label><input type="radio" name="${name}-language" .checked="${choice ===
                language}" @change="${() =>
                chooseLanguage(choice)}"><span>${MADE
                .languages[choice]}</span></label>
            `
          )}
        </fieldset>
        ${copyButton(html`${MADE.copyCall}${of}`, () => text, announce)}
      </div>
      <pre tabindex="0" aria-label="${MADE.callOf(
        picture,
      )}"><code>${text}</code></pre>
    </details>
  `;
}
