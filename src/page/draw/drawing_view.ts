/// <reference lib="dom" />
/**
 * The drawing square with its buttons and keys: changes the drawing, paints it
 * and notifies the reading.
 *
 * answer_view.ts shows the answers.
 *
 * @module
 */

import { byId, onColorSchemeChange } from "../base/dom.ts";
import type { Drawing } from "./drawing.ts";
import { listenToKeys } from "./keyboard_pen.ts";
import { paintStrokes } from "./pad.ts";
import { listenToPointers, type PenListener } from "./pen.ts";
import type { Reading } from "../read/reading.ts";

/**
 * Takes over the drawing part of the page.
 *
 * @param drawing The drawing to edit.
 * @param reading Notified of each change.
 * @param announce Makes a screen reader say something.
 * @throws {TypeError} If the page lacks an element.
 */
export function startDrawing(
  drawing: Drawing,
  reading: Reading,
  announce: (text: string) => void,
): void {
  const pad = byId("pad", HTMLCanvasElement);
  const frame = byId("pad-frame", HTMLElement);
  const undoButton = byId("undo", HTMLButtonElement);
  const clearButton = byId("clear", HTMLButtonElement);
  let isPaintDue = false;

  /** Paints with the next frame, however many points arrive before it. */
  const paint = (): void => {
    undoButton.disabled = !drawing.canUndo;
    clearButton.disabled = drawing.isEmpty;
    if (isPaintDue) return;
    isPaintDue = true;
    requestAnimationFrame(() => {
      isPaintDue = false;
      paintStrokes(pad, drawing.strokes);
      frame.classList.toggle("blank", drawing.isEmpty);
    });
  };

  const pen: PenListener = {
    begin(point) {
      drawing.begin(point);
      reading.growing();
      paint();
    },
    extend(point) {
      if (!drawing.extend(point)) return;
      reading.growing();
      paint();
    },
    end() {
      drawing.end();
      reading.settled();
    },
  };
  const undo = (): void => {
    drawing.undo();
    reading.settled();
    paint();
  };
  const clear = (): void => {
    drawing.clear();
    reading.settled();
    paint();
  };

  listenToPointers(pad, pen);
  listenToKeys(pad, byId("cursor", HTMLElement), pen, announce);
  undoButton.addEventListener("click", undo);
  clearButton.addEventListener("click", clear);
  pad.addEventListener("keydown", (event) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    clear();
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey &&
      event.key.toLowerCase() === "z";
    // In a text field, undo belongs to the text.
    if (
      !isUndo ||
      (event.target instanceof HTMLInputElement && event.target.type === "text")
    ) return;
    undo();
    event.preventDefault();
  });
  new ResizeObserver(paint).observe(pad);
  onColorSchemeChange(paint);
  paint();
}
