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
  /** Names the group of radio buttons: unique on the page. */
  readonly name: string;
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
  return html`
    <div class="row saves">
      <button type="button" ?disabled="${generator === null}" @click="${() =>
        save("png")}">
        ${MADE.savePng}
      </button>
      <button type="button" ?disabled="${generator === null}" @click="${() =>
        save("svg")}">
        ${MADE.saveSvg}
      </button>
    </div>
    <details class="call">
      <summary>${MADE.call}</summary>
      <div class="row">
        <fieldset class="choices languages">
          <legend class="unseen">${MADE.callLanguage}</legend>
          ${LANGUAGES.map((choice) =>
            html`
              <label><input type="radio" name="${name}-language" .checked="${choice ===
                language}" @change="${() =>
                chooseLanguage(choice)}"><span>${MADE
                .languages[choice]}</span></label>
            `
          )}
        </fieldset>
        ${copyButton(MADE.copyCall, () => text, announce)}
      </div>
      <pre tabindex="0" aria-label="${MADE.call}"><code>${text}</code></pre>
    </details>
  `;
}
