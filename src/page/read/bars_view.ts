/// <reference lib="dom" />
/**
 * A list of bars: one per digit, each with its probability.
 *
 * @module
 */

import { setText } from "../base/dom.ts";
import type { Bar } from "./answer.ts";

/** The elements of a bar. */
interface BarItem {
  readonly item: HTMLElement;
  readonly text: HTMLElement;
  readonly fill: HTMLElement;
  readonly label: HTMLElement;
}

/**
 * Takes over a list.
 *
 * @param list The list; its items are made as they are needed.
 * @returns Shows bars, under a name for screen readers.
 */
export function createBars(
  list: HTMLElement,
): (values: readonly Bar[], name: string) => void {
  let items: BarItem[] = [];
  return (values, name) => {
    if (values.length !== items.length) {
      items = values.map(createItem);
      list.replaceChildren(...items.map(({ item }) => item));
      list.style.setProperty("--count", String(values.length));
    }
    if (list.ariaLabel !== name) list.ariaLabel = name;
    items.forEach(({ item, text, fill, label }, index) => {
      const bar = values[index]!;
      item.classList.toggle("best", bar.best);
      item.classList.toggle("faint", bar.height < 0.01);
      setText(text, bar.text);
      setText(label, String(bar.digit));
      fill.style.setProperty("--height", bar.height.toFixed(2));
    });
  };
}

function createItem(): BarItem {
  const span = (parent: HTMLElement, name: string): HTMLElement => {
    const element = parent.appendChild(document.createElement("span"));
    element.className = name;
    return element;
  };
  const item = document.createElement("li");
  const text = span(item, "share");
  const fill = span(span(item, "track"), "fill");
  const label = span(item, "label");
  return { item, text, fill, label };
}
