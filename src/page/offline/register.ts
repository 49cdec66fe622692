/// <reference lib="dom" />
/**
 * Registers the service worker once the page is shown and the browser idle: it
 * fetches what the first view does not need.
 *
 * @module
 */

/** Milliseconds after which a busy browser registers it anyway. */
const LONGEST_WAIT = 10_000;

/** Milliseconds after loading, in which the page belongs to its visitor. */
const PAUSE = 2500;

/** Registers static/sw.js; does nothing where there are no service workers. */
export function registerWorker(): void {
  if (!("serviceWorker" in navigator)) return;
  const register = (): void => {
    navigator.serviceWorker.register("/sw.js").catch((error) =>
      console.warn("The page will not work offline:", error)
    );
  };
  const whenIdle = (): void => {
    // Safari lacks it; there the page is practically idle by now.
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback(register, { timeout: LONGEST_WAIT });
    } else {
      register();
    }
  };
  const afterPause = (): void => {
    setTimeout(whenIdle, PAUSE);
  };
  if (document.readyState === "complete") afterPause();
  else addEventListener("load", afterPause, { once: true });
}
