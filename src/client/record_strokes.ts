/**
 * Strokes from a pointer: mouse, finger or pen.
 *
 * @module
 */

import type { Stroke } from "./input.ts";

/** The strokes drawn on an element. */
export interface StrokeRecorder {
  /** The strokes so far, the one being drawn included; for `recognize()`. */
  readonly strokes: readonly Stroke[];
  /** Forgets the strokes. */
  clear(): void;
  /** Stops listening. */
  stop(): void;
}

/** The most points that the service accepts in a drawing. */
const MAX_POINTS = 4096;

/** The part of a `PointerEvent` that is used here. */
interface PointerSample extends Event {
  readonly pointerId: number;
  readonly button: number;
  readonly clientX: number;
  readonly clientY: number;
  getCoalescedEvents?(): readonly PointerSample[];
}

/** What an element has besides events. */
interface PointerTarget extends EventTarget {
  readonly style?: { touchAction: string };
  setPointerCapture?(pointerId: number): void;
}

/** A stroke that is being drawn. */
interface OpenStroke {
  readonly x: number[];
  readonly y: number[];
  readonly t: number[];
}

/**
 * Records what is drawn on an element, in CSS pixels of the window. Only one
 * pointer draws at a time; others are ignored until it lifts. Sets the
 * element's `touch-action` to `none`, since a finger would otherwise scroll the
 * page.
 *
 * @param element A canvas, or any other element.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { recordStrokes } from "@inkling/inkling/client";
 *
 * const canvas = new EventTarget(); // document.querySelector("canvas")
 * const pen = recordStrokes(canvas);
 * canvas.addEventListener("pointerup", () => {
 *   // const { digit } = await inkling.recognize(pen);
 *   assert.equal(pen.strokes.length, 1);
 * });
 *
 * const at = { pointerId: 1, button: 0, clientX: 20, clientY: 30 };
 * canvas.dispatchEvent(Object.assign(new Event("pointerdown"), at));
 * canvas.dispatchEvent(Object.assign(new Event("pointerup"), at));
 * ```
 */
export function recordStrokes(element: EventTarget): StrokeRecorder {
  const target: PointerTarget = element;
  const strokes: OpenStroke[] = [];
  let open: OpenStroke | null = null;
  let pointer: number | null = null;

  const add = ({ clientX, clientY, timeStamp }: PointerSample) => {
    if (open === null) return;
    const last = open.x.length - 1;
    if (open.x[last] === clientX && open.y[last] === clientY) return;
    open.x.push(clientX);
    open.y.push(clientY);
    open.t.push(timeStamp);
    if (pointsOf(strokes) > MAX_POINTS) strokes.forEach(halve);
  };
  const begin = (event: PointerSample) => {
    if (pointer !== null || event.button !== 0) return;
    pointer = event.pointerId;
    // The line continues when the pen slips over the edge.
    target.setPointerCapture?.(event.pointerId);
    open = { x: [], y: [], t: [] };
    strokes.push(open);
    add(event);
  };
  const extend = (event: PointerSample) => {
    if (event.pointerId !== pointer) return;
    // Browsers send one event for each frame; a hand moves more often.
    const samples = event.getCoalescedEvents?.() ?? [];
    (samples.length > 0 ? samples : [event]).forEach(add);
  };
  const end = (event: PointerSample) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    open = null;
  };

  const stopping = new AbortController();
  const listen = (type: string, listener: (event: PointerSample) => void) =>
    target.addEventListener(type, (event) => listener(event as PointerSample), {
      signal: stopping.signal,
    });
  listen("pointerdown", begin);
  listen("pointermove", extend);
  listen("pointerup", end);
  listen("pointercancel", end);
  if (target.style !== undefined) target.style.touchAction = "none";

  return {
    strokes,
    clear() {
      strokes.length = 0;
      open = null;
    },
    stop: () => stopping.abort(),
  };
}

function pointsOf(strokes: readonly OpenStroke[]): number {
  return strokes.reduce((sum, { x }) => sum + x.length, 0);
}

/** Leaves out every second point of a stroke, but not its first and last. */
function halve({ x, y, t }: OpenStroke): void {
  for (const list of [x, y, t]) {
    const last = list.at(-1)!;
    const kept = list.filter((_, i) => i % 2 === 0);
    if (list.length % 2 === 0) kept.push(last);
    list.splice(0, list.length, ...kept);
  }
}
