/// <reference lib="dom" />
/**
 * Finding elements of the page by id, typed, and hearing of moments in its life.
 *
 * It is NOT a templating helper: static/index.html holds the page's structure.
 *
 * @module
 */

/** Milliseconds after which a busy browser is asked to do it all the same. */
const LONGEST_WAIT = 2000;

/**
 * Finds an element that the page must have.
 *
 * @param id The element's id.
 * @param type The element's class.
 * @returns The element.
 * @throws {TypeError} If there is none, or it is of another class: the page and its script do not match.
 */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new TypeError(
    `#${id} is ${element?.tagName ?? "missing"}, expected ${type.name}`,
  );
}

/**
 * Calls back when the page turns dark or light. Canvases hold colours as pixels, so they must be painted again.
 *
 * @param callback Paints.
 */
export function onColorSchemeChange(callback: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener(
    "change",
    callback,
  );
}

/**
 * Calls back before the next frame is painted; not at all while the page is hidden.
 *
 * @param callback Paints, or computes what is to be painted.
 * @returns Calls it off.
 */
export function onFrame(callback: () => void): () => void {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}

/**
 * Calls back once the page is shown and the browser has nothing better to do.
 *
 * @param callback Does what can wait.
 */
export function onceIdle(callback: () => void): void {
  addEventListener("load", () => {
    // Safari has none of it; there the page is as good as idle by then.
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback(callback, { timeout: LONGEST_WAIT });
    } else {
      setTimeout(callback, 0);
    }
  }, { once: true });
}
