/// <reference lib="dom" />
/**
 * The strip of the last drawings, each a button that opens it again.
 *
 * @module
 */

import { byId, onColorSchemeChange } from "../base/dom.ts";
import { DRAW } from "../texts/draw.ts";
import type { Stroke } from "./drawing.ts";
import type { History, PastDrawing } from "./history.ts";
import { padContext, paintStrokes } from "./pad.ts";
import { decodeStrokes } from "./strokes_code.ts";

/**
 * Takes over the strip.
 *
 * @param history The drawings.
 * @param open Opens one of them.
 * @returns Shows the drawings as they are now.
 * @throws {TypeError} If the page lacks an element.
 */
export function startHistory(
  history: History,
  open: (strokes: readonly Stroke[]) => void,
): () => void {
  const list = byId("past-list", HTMLElement);
  const hint = byId("past-hint", HTMLElement);
  const forget = byId("forget", HTMLButtonElement);
  let shown: { canvas: HTMLCanvasElement; strokes: readonly Stroke[] }[] = [];

  const paint = (): void => {
    for (const { canvas, strokes } of shown) {
      const { color } = getComputedStyle(canvas);
      paintStrokes(padContext(canvas, canvas.clientWidth), strokes, color);
    }
  };

  function itemOf(drawing: PastDrawing): HTMLElement[] {
    let strokes: readonly Stroke[];
    try {
      strokes = decodeStrokes(drawing.code);
    } catch {
      // Damaged in storage.
      return [];
    }
    const item = document.createElement("li");
    const button = item.appendChild(document.createElement("button"));
    button.type = "button";
    button.ariaLabel = DRAW.openPast(drawing.text);
    const canvas = button.appendChild(document.createElement("canvas"));
    const label = button.appendChild(document.createElement("span"));
    label.textContent = drawing.text;
    button.addEventListener("click", () => open(strokes));
    shown.push({ canvas, strokes });
    return [item];
  }

  const show = (): void => {
    shown = [];
    const items = history.drawings.flatMap(itemOf);
    list.replaceChildren(...items);
    hint.hidden = items.length > 0;
    forget.hidden = items.length === 0;
    paint();
  };

  forget.addEventListener("click", () => {
    history.forget();
    show();
    hint.focus();
  });
  onColorSchemeChange(paint);
  show();
  return show;
}
