/// <reference lib="dom" />
/**
 * A pen that draws an eight on the page's square, for programs that measure
 * frames.
 *
 * @module
 */

declare global {
  /** Sends one event of the pen; `turn` is 0 at the start, 1 at the end. */
  var sendPen: (type: string, turn: number) => void;
}

/** Defines `sendPen()`. Runs in the page, so it uses nothing of this module. */
export function definePen(): void {
  const pad = document.getElementById("pad")!;
  pad.setPointerCapture = () => {};
  // Once: reading it for every event would make the browser lay out the page.
  const box = pad.getBoundingClientRect();
  globalThis.sendPen = (type, turn) => {
    const angle = 2 * Math.PI * turn;
    pad.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        bubbles: true,
        clientX: box.left + box.width * (0.5 + 0.2 * Math.sin(2 * angle)),
        clientY: box.top + box.height * (0.5 - 0.35 * Math.cos(angle)),
      }),
    );
  };
}
