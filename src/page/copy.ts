/// <reference lib="dom" />
/**
 * A button that copies a link.
 *
 * It is NOT shown where the browser offers no clipboard (pages without https); the address bar has the same link.
 *
 * @module
 */

/** Milliseconds that the button says so after copying. */
const SAID_FOR = 2000;

/**
 * Makes a hidden button copy a link, and shows it.
 *
 * @param button The button.
 * @param link Gives the link at the time of the click.
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
