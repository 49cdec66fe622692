/// <reference lib="dom" />
/**
 * Finds the page's elements by id, typed, and calls back at moments of the
 * page's life.
 *
 * This is not a templating helper: static/index.html holds the page's
 * structure.
 *
 * @module
 */

/** Milliseconds after which a busy browser runs the callback anyway. */
const LONGEST_WAIT = 2000;

/**
 * Finds an element that the page must have.
 *
 * @param id The element's id.
 * @param type The element's class.
 * @returns The element.
 * @throws {TypeError} If there is none, or it is of another class: the page and
 *   its script do not match.
 */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new TypeError(
    `#${id} is ${element?.tagName ?? "missing"}, expected ${type.name}`,
  );
}

/**
 * Calls back when the page turns dark or light. Canvases store colours as
 * pixels, so they must be repainted.
 *
 * @param callback Repaints.
 */
export function onColorSchemeChange(callback: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener(
    "change",
    callback,
  );
}

/**
 * Calls back before the next frame is painted; never while the page is hidden.
 *
 * @param callback Paints, or computes what to paint.
 * @returns Cancels the callback.
 */
export function onFrame(callback: () => void): () => void {
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}

/**
 * Calls back once the page is shown and the browser is idle.
 *
 * @param callback Work that can wait.
 */
export function onceIdle(callback: () => void): void {
  addEventListener("load", () => {
    // Safari lacks it; there the page is practically idle by now.
    if (typeof requestIdleCallback === "function") {
      requestIdleCallback(callback, { timeout: LONGEST_WAIT });
    } else {
      setTimeout(callback, 0);
    }
  }, { once: true });
}
