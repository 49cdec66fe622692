/// <reference lib="dom" />
/**
 * The drawing square with its buttons and keys: changes the drawing, paints it
 * and notifies the reading.
 *
 * @module
 */

import { byId, onColorSchemeChange } from "../base/dom.ts";
import { type LabelledBox, paintBoxes } from "./boxes.ts";
import type { Drawing } from "./drawing.ts";
import { listenToKeys } from "./keyboard_pen.ts";
import { padContext, paintStrokes } from "./pad.ts";
import { DRAW } from "../texts/draw.ts";
import { listenToPointers, type PenListener } from "./pen.ts";
import { takeOver } from "./take_over.ts";

/** What the drawing square needs. */
export interface DrawingViewOptions {
  /** The drawing to edit. */
  readonly drawing: Drawing;
  /** Called when the drawing has grown and will grow further. */
  readonly onGrow: () => void;
  /** Called when a stroke ended or was undone. */
  readonly onSettle: () => void;
  /** Called before the drawing is cleared. */
  readonly beforeClear: () => void;
  /** Makes a screen reader say something. */
  readonly announce: (text: string) => void;
}

/** The drawing square. */
export interface DrawingView {
  /** Paints the drawing, which has changed elsewhere. */
  paint(): void;
  /** Paints boxes over the ink, in pad units. */
  showBoxes(boxes: readonly LabelledBox[]): void;
}

/**
 * Takes over the drawing part of the page.
 *
 * @param options The drawing and who is notified.
 * @returns The view.
 * @throws {TypeError} If the page lacks an element.
 */
export function startDrawing(
  { drawing, onGrow, onSettle, beforeClear, announce }: DrawingViewOptions,
): DrawingView {
  const pad = byId("pad", HTMLCanvasElement);
  const frame = byId("pad-frame", HTMLElement);
  const undoButton = byId("undo", HTMLButtonElement);
  const clearButton = byId("clear", HTMLButtonElement);
  let boxes: readonly LabelledBox[] = [];
  let isPaintDue = false;
  /** Size and colours; null while they have to be asked for, which is slow. */
  let look: ReturnType<typeof lookOf> | null = null;

  /** Paints with the next frame, however many points arrive before it. */
  const paint = (): void => {
    undoButton.disabled = !drawing.canUndo;
    clearButton.disabled = drawing.isEmpty;
    frame.classList.toggle("blank", drawing.isEmpty);
    if (isPaintDue) return;
    isPaintDue = true;
    requestAnimationFrame(() => {
      isPaintDue = false;
      look ??= lookOf(pad);
      const context = padContext(pad, look.width);
      paintStrokes(context, drawing.strokes, look.ink);
      paintBoxes(context, drawing.isEmpty ? [] : boxes, look.boxes);
    });
  };
  const repaint = (): void => {
    look = null;
    paint();
  };
  const settle = (): void => {
    onSettle();
    paint();
  };

  const pen: PenListener = {
    begin(point) {
      drawing.begin(point);
      onGrow();
      paint();
    },
    extend(point) {
      if (!drawing.extend(point)) return;
      onGrow();
      paint();
    },
    end() {
      drawing.end();
      settle();
    },
  };
  const undo = (): void => change(() => drawing.undo());
  const clear = (): void =>
    change(() => {
      beforeClear();
      drawing.clear();
    });
  /** Takes ink away, or brings it back; a reading says what there is now. */
  function change(act: () => void): void {
    const wasEmpty = drawing.isEmpty;
    act();
    settle();
    if (drawing.isEmpty && !wasEmpty) announce(DRAW.emptied);
  }

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
    // In a text field, undo belongs to the text; elsewhere the square is hidden.
    const isText = event.target instanceof HTMLInputElement ||
      event.target instanceof HTMLTextAreaElement;
    if (!isUndo || isText || pad.checkVisibility() === false) return;
    undo();
    event.preventDefault();
  });
  new ResizeObserver(repaint).observe(pad);
  onColorSchemeChange(repaint);
  paint();
  listenToPointers(pad, pen, takeOver(pad));
  return {
    paint,
    showBoxes(next) {
      if (next.length === 0 && boxes.length === 0) return;
      boxes = next;
      paint();
    },
  };
}

/** The square's size on the screen and its colours. */
function lookOf(pad: HTMLCanvasElement) {
  const style = getComputedStyle(pad);
  return {
    width: pad.clientWidth,
    ink: style.color,
    boxes: {
      color: style.getPropertyValue("--accent"),
      text: style.getPropertyValue("--card"),
      size: 76,
      margin: 44,
    },
  };
}
