/// <reference lib="dom" />
/**
 * Treats mouse, finger and pen alike: a pen that goes down, moves and lifts.
 *
 * This is not a gesture recognizer: one pointer draws; others are ignored until
 * it lifts.
 *
 * @module
 */

import { PAD_UNITS, type Point } from "./drawing.ts";
import type { KeptEvent } from "./take_over.ts";

/** Receives the pen's movements. */
export interface PenListener {
  /** The pen went down. */
  begin(point: Point): void;
  /** The pen moved while down. */
  extend(point: Point): void;
  /** The pen was lifted. */
  end(): void;
}

/**
 * Listens to the pointers on an element. Its style sheet should set
 * `touch-action: none`, or the page scrolls instead.
 *
 * @param element The drawing square.
 * @param listener Receives the pen's movements, in pad units.
 * @param kept What happened before, which counts as if it happened now.
 */
export function listenToPointers(
  element: HTMLElement,
  listener: PenListener,
  kept: readonly KeptEvent[] = [],
): void {
  let drawingWith: number | null = null;

  function begin(event: PointerEvent, box: DOMRect): void {
    if (drawingWith !== null || event.button !== 0) return;
    drawingWith = event.pointerId;
    listener.begin(padPoint(event, box));
  }
  function extend(event: PointerEvent, box: DOMRect): void {
    if (event.pointerId !== drawingWith) return;
    for (const sample of samplesOf(event)) {
      listener.extend(padPoint(sample, box));
    }
  }
  function lift(event: PointerEvent): void {
    if (event.pointerId !== drawingWith) return;
    drawingWith = null;
    listener.end();
  }

  for (const [event, box] of kept) {
    if (event.type === "pointerdown") begin(event, box);
    else if (event.type === "pointermove") extend(event, box);
    else lift(event);
  }

  const box = () => element.getBoundingClientRect();
  element.addEventListener("pointerdown", (event) => {
    begin(event, box());
    // The line continues when the pen slips over the edge.
    if (event.pointerId === drawingWith) {
      element.setPointerCapture(event.pointerId);
    }
  });
  element.addEventListener("pointermove", (event) => extend(event, box()));
  element.addEventListener("pointerup", lift);
  element.addEventListener("pointercancel", lift);
  element.addEventListener("lostpointercapture", lift);
}

/**
 * All positions since the last event: browsers deliver events once per frame,
 * and fast hands produce more positions than that.
 */
function samplesOf(event: PointerEvent): PointerEvent[] {
  const samples = event.getCoalescedEvents?.() ?? [];
  return samples.length > 0 ? samples : [event];
}

function padPoint(event: PointerEvent, box: DOMRect): Point {
  return {
    x: (event.clientX - box.left) / box.width * PAD_UNITS,
    y: (event.clientY - box.top) / box.height * PAD_UNITS,
    t: event.timeStamp,
    // Fingers and mice report a constant, or nothing meaningful.
    ...(event.pointerType === "pen" ? { pressure: event.pressure } : {}),
  };
}
