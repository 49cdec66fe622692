/// <reference lib="dom" />
/**
 * A button that copies a link.
 *
 * It stays hidden where the browser has no clipboard (pages without https); the
 * address bar has the same link.
 *
 * @module
 */

/** How long the button shows the result, in milliseconds. */
const SAID_FOR = 2000;

/**
 * Makes a hidden button copy a link, and shows it.
 *
 * @param button The button.
 * @param link Returns the link at the time of the click.
 */
export function offerCopy(button: HTMLButtonElement, link: () => string): void {
  if (!isSecureContext) return;
  const label = button.textContent ?? "";
  button.hidden = false;
  button.addEventListener("click", async () => {
    const copied = await navigator.clipboard.writeText(link()).then(
      () => true,
      () => false,
    );
    button.textContent = copied ? "Copied" : "Not allowed";
    setTimeout(() => button.textContent = label, SAID_FOR);
  });
}
