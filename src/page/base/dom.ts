/// <reference lib="dom" />
/**
 * Finds the page's elements by id, typed, and calls back at moments of the
 * page's life.
 *
 * This is not a templating helper: page.html holds the first view's structure.
 *
 * @module
 */

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
 * Sets an element's text if it is another one: browsers lay out anew even for
 * an equal text.
 *
 * @param element The element.
 * @param text Its text.
 */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
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
 * Calls back when an element comes into the window or leaves it, and once at the
 * start.
 *
 * @param element The element.
 * @param callback Receives whether any of it is in the window.
 * @returns Stops watching.
 */
export function onSight(
  element: Element,
  callback: (isInSight: boolean) => void,
): () => void {
  const observer = new IntersectionObserver((entries) =>
    callback(entries.at(-1)!.isIntersecting)
  );
  observer.observe(element);
  return () => observer.disconnect();
}

/**
 * Loads a style sheet into the page.
 *
 * @param url Its URL.
 * @returns Resolves when it applies.
 * @throws {TypeError} If it cannot be loaded.
 */
export function loadStyles(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => {
      link.remove();
      reject(new TypeError(`${url} did not load`));
    });
    document.head.append(link);
  });
}
