/// <reference lib="dom" />
/**
 * Shares a link: by the system's own sheet on a phone, else by copying it.
 *
 * Browsers can do neither on pages without https; the address bar has the same
 * link.
 *
 * @module
 */

/** How long a button shows the result, in milliseconds. */
const SHOWN_FOR = 2000;

/** What is shared. */
export interface Shared {
  /** The link. */
  readonly url: string;
  /** A sentence for whoever gets it; a copied link comes without it. */
  readonly text?: string;
}

/** How it went. */
export type Outcome = "sheet" | "copied" | "failed";

/** What a button says, and how. */
export interface ShareTexts {
  /** Makes a screen reader say it, too. */
  readonly announce: (text: string) => void;
  /** The link was copied. */
  readonly shared: string;
  /** The browser refused. */
  readonly notShared: string;
}

/** Whether this page can share. */
export function canShare(): boolean {
  return isSecureContext;
}

/**
 * Shares a link; call it in answer to a click.
 *
 * @param shared What to share.
 * @returns How it went; a sheet that was closed is no failure.
 */
export async function share(shared: Shared): Promise<Outcome> {
  const isPhone = matchMedia("(pointer: coarse)").matches;
  if (isPhone && navigator.canShare?.(shared)) {
    try {
      await navigator.share(shared);
      return "sheet";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        return "sheet";
      }
      console.warn("The share sheet did not open; copying instead:", error);
    }
  }
  return await copy(shared.url) ? "copied" : "failed";
}

/**
 * Copies a text.
 *
 * @param text The text.
 * @returns Whether the browser let it.
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a button of page.html share a link.
 *
 * @param button The button; its last child is its text. Hidden where the page
 *   cannot share.
 * @param shared Returns what to share at the time of the click.
 * @param texts What the button says.
 */
export function offerShare(
  button: HTMLButtonElement,
  shared: () => Shared,
  texts: ShareTexts,
): void {
  const label = button.lastChild;
  if (!canShare() || label === null) {
    button.hidden = true;
    return;
  }
  const text = label.textContent;
  button.addEventListener("click", async () => {
    const outcome = await share(shared());
    if (outcome === "sheet") return;
    const said = outcome === "copied" ? texts.shared : texts.notShared;
    label.textContent = said;
    texts.announce(said);
    setTimeout(() => label.textContent = text, SHOWN_FOR);
  });
}
