/// <reference lib="dom" />
/**
 * Draws by keyboard, for people without a pointer: arrows move a pen, the space
 * bar lowers and lifts it.
 *
 * Undo and clear work on the whole page; drawing_view.ts binds their keys.
 *
 * @module
 */

import { PAD_UNITS, type Point } from "./drawing.ts";
import { DRAW } from "../texts/draw.ts";
import type { PenListener } from "./pen.ts";

/** Pad units per key press; a quarter of it with Shift. */
const STEP = 40;

/** Directions by key name. */
const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Listens to the keys on a focused element.
 *
 * @param element The drawing square, focusable.
 * @param cursor Shows the pen; its custom properties `--x` and `--y` go from 0
 *   to 1.
 * @param listener Receives the pen's movements.
 * @param announce Describes what the pen does, for people who do not see it.
 */
export function listenToKeys(
  element: HTMLElement,
  cursor: HTMLElement,
  listener: PenListener,
  announce: (text: string) => void,
): void {
  let x = PAD_UNITS / 2;
  let y = PAD_UNITS / 4;
  let down = false;
  const point = (event: Event): Point => ({ x, y, t: event.timeStamp });
  const show = (): void => {
    cursor.style.setProperty("--x", String(x / PAD_UNITS));
    cursor.style.setProperty("--y", String(y / PAD_UNITS));
    cursor.dataset.down = String(down);
  };
  const lift = (): void => {
    if (!down) return;
    down = false;
    listener.end();
    announce(DRAW.penUp);
    show();
  };
  const lower = (event: Event): void => {
    down = true;
    listener.begin(point(event));
    announce(DRAW.penDown);
    show();
  };

  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction !== undefined) {
      const step = event.shiftKey ? STEP / 4 : STEP;
      x = Math.min(PAD_UNITS, Math.max(0, x + direction[0] * step));
      y = Math.min(PAD_UNITS, Math.max(0, y + direction[1] * step));
      if (down) listener.extend(point(event));
      show();
    } else if (event.key === " " && !event.repeat) {
      down ? lift() : lower(event);
    } else {
      return;
    }
    event.preventDefault();
  });
  // A pen left down while the focus is elsewhere would draw an unintended line.
  element.addEventListener("blur", lift);
  element.addEventListener("pointerdown", lift);
  show();
}
