/// <reference lib="dom" />
/**
 * A button that copies a text, as a template.
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";

/** How long the button says that it has copied, in milliseconds. */
const SAID_FOR = 2000;

/**
 * A button that copies a text; a mark says how it went. It is hidden where the
 * browser has no clipboard (pages without https).
 *
 * @param label The button's text.
 * @param text Returns what is copied at the time of the click.
 */
export function copyButton(label: string, text: () => string): TemplateResult {
  const copy = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    const done = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    );
    button.dataset["done"] = String(done);
    setTimeout(() => delete button.dataset["done"], SAID_FOR);
  };
  return html`
    <button type="button" class="copy" ?hidden=${!isSecureContext}
      @click=${copy}>${label}</button>
  `;
}
