/// <reference lib="dom" />
/**
 * Buttons that copy a text or share a link, as templates. A mark says how it
 * went.
 *
 * @module
 */

import { html, type TemplateResult } from "lit-html";
import { COPY } from "../texts/copy.ts";
import { canShare, copy, share, type Shared } from "./share.ts";

/** Makes a screen reader say something. */
type Announce = (text: string) => void;

/** How long the button says how it went, in milliseconds. */
const SAID_FOR = 2000;

/**
 * A button that copies a text. It is hidden where the browser has no clipboard
 * (pages without https).
 *
 * @param label The button's text.
 * @param text Returns what is copied at the time of the click.
 * @param announce Makes a screen reader say something.
 */
export function copyButton(
  label: string | TemplateResult,
  text: () => string,
  announce: Announce,
): TemplateResult {
  return button(label, COPY.copied, announce, () => copy(text()));
}

/**
 * A button that shares a link: by the system's own sheet on a phone, else by
 * copying it. It is hidden where the browser can do neither.
 *
 * @param label The button's text.
 * @param shared Returns what is shared at the time of the click.
 * @param announce Makes a screen reader say something.
 */
export function shareButton(
  label: string,
  shared: () => Shared,
  announce: Announce,
): TemplateResult {
  return button(label, COPY.linkCopied, announce, async () => {
    const outcome = await share(shared());
    return outcome === "sheet" ? null : outcome === "copied";
  });
}

/** Shows and says whether the action succeeded; null says it itself. */
function button(
  label: string | TemplateResult,
  success: string,
  announce: Announce,
  act: () => Promise<boolean | null>,
): TemplateResult {
  const click = async (event: Event) => {
    const button = event.currentTarget as HTMLButtonElement;
    const done = await act();
    if (done === null) return;
    button.dataset["done"] = String(done);
    announce(done ? success : COPY.refused);
    setTimeout(() => delete button.dataset["done"], SAID_FOR);
  };
  return html`
    <button type="button" class="copy" ?hidden=${!canShare()}
      @click=${click}>${label}</button>
  `;
}
