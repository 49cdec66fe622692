/// <reference lib="dom" />
/**
 * A button that shares a link: by the system's own sheet on a phone, else by
 * copying it.
 *
 * It is hidden where the browser can do neither (pages without https); the
 * address bar has the same link.
 *
 * @module
 */

/** How long the button shows the result, in milliseconds. */
const SHOWN_FOR = 2000;

/** What the button says. */
export interface ShareTexts {
  /** The link was copied. */
  readonly shared: string;
  /** The browser refused. */
  readonly notShared: string;
}

/**
 * Makes a button share a link.
 *
 * @param button The button; its last child is its text.
 * @param link Returns the link at the time of the click.
 * @param texts What the button says.
 */
export function offerShare(
  button: HTMLButtonElement,
  link: () => string,
  texts: ShareTexts,
): void {
  const label = button.lastChild;
  if (!isSecureContext || label === null) {
    button.hidden = true;
    return;
  }
  const text = label.textContent;
  button.addEventListener("click", async () => {
    const url = link();
    const isPhone = matchMedia("(pointer: coarse)").matches;
    if (isPhone && navigator.canShare?.({ url })) {
      // Rejects when the person closes the sheet, which is no failure.
      await navigator.share({ url }).catch(() => {});
      return;
    }
    const copied = await navigator.clipboard.writeText(url).then(
      () => true,
      () => false,
    );
    label.textContent = copied ? texts.shared : texts.notShared;
    setTimeout(() => label.textContent = text, SHOWN_FOR);
  });
}
