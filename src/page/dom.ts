/// <reference lib="dom" />
/**
 * Finding elements of the page by id, typed.
 *
 * It is NOT a templating helper: static/index.html holds the page's structure.
 *
 * @module
 */

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
