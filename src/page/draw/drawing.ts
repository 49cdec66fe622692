/**
 * The drawing: strokes of points, with undo and clear.
 *
 * It does not paint (pad.ts) and knows nothing about pointers (pen.ts).
 *
 * @module
 */

/**
 * Side of the drawing square in pad units. Points are integers from 0 to this,
 * whatever the size of the square on the screen, so a rotated phone keeps its
 * drawing and requests stay short.
 */
export const PAD_UNITS = 1000;

/**
 * Points closer than this to the previous one, in pad units, add bytes to a
 * request but nothing to the shape.
 */
const SHORTEST_STEP = 4;

/** A point of a stroke. */
export interface Point {
  /** Distance from the left edge, in pad units. */
  readonly x: number;
  /** Distance from the top edge, in pad units. */
  readonly y: number;
  /** When it was drawn, in milliseconds since a fixed moment. */
  readonly t: number;
  /** How hard a pen pressed, 0 to 1; absent for mouse and finger. */
  readonly pressure?: number;
}

/**
 * One line, from pen down to pen up, as `POST /recognize` accepts it: three
 * arrays of the same length.
 */
export interface Stroke {
  /** Distances from the left edge, in pad units. */
  readonly x: readonly number[];
  /** Distances from the top edge, in pad units, downwards. */
  readonly y: readonly number[];
  /** Milliseconds since the drawing's first point. */
  readonly t: readonly number[];
  /** How hard the pen pressed, 0 to 1; for the eye alone. */
  readonly pressure?: readonly number[];
}

/** A stroke that is still being drawn. */
interface OpenStroke {
  readonly x: number[];
  readonly y: number[];
  readonly t: number[];
  readonly pressure?: number[];
}

/**
 * A drawing in progress. Undo reverts the last stroke, the last
 * clear or the last drawing opened.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Drawing } from "./drawing.ts";
 *
 * const drawing = new Drawing();
 * drawing.begin({ x: 500, y: 100, t: 7 });
 * drawing.extend({ x: 500, y: 900, t: 57 });
 * drawing.end();
 * assert.deepEqual(drawing.strokes, [{ x: [500, 500], y: [100, 900], t: [0, 50] }]);
 *
 * drawing.clear();
 * assert.equal(drawing.isEmpty, true);
 * drawing.undo();
 * assert.equal(drawing.strokes.length, 1);
 * ```
 */
export class Drawing {
  #strokes: readonly Stroke[] = [];
  #past: (readonly Stroke[])[] = [];
  #open: OpenStroke | null = null;
  #start = 0;

  /** The strokes, oldest first; the one being drawn is the last. */
  get strokes(): readonly Stroke[] {
    return this.#strokes;
  }

  /** Whether there is no ink. */
  get isEmpty(): boolean {
    return this.#strokes.length === 0;
  }

  /** Whether {@linkcode Drawing.undo} would change anything. */
  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  /** Whether a stroke is being drawn. */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /**
   * Puts the pen down. An open stroke ends first.
   *
   * @param point Where and when; coordinates are rounded and clamped to the
   *   square.
   */
  begin(point: Point): void {
    if (this.isEmpty) this.#start = point.t;
    this.#open = {
      ...{ x: [], y: [], t: [] },
      ...(point.pressure === undefined ? {} : { pressure: [] }),
    };
    this.#past.push(this.#strokes);
    this.#strokes = [...this.#strokes, this.#open];
    this.#add(this.#open, point);
  }

  /**
   * Moves the pen.
   *
   * @param point Where to and when.
   * @returns Whether the line grew: false with the pen up, or for a negligible
   *   step.
   */
  extend(point: Point): boolean {
    const open = this.#open;
    if (open === null) return false;
    const dx = point.x - (open.x.at(-1) ?? 0);
    const dy = point.y - (open.y.at(-1) ?? 0);
    if (Math.hypot(dx, dy) < SHORTEST_STEP) return false;
    this.#add(open, point);
    return true;
  }

  /** Lifts the pen. */
  end(): void {
    this.#open = null;
  }

  /** Reverts the last change, if any. */
  undo(): void {
    this.#open = null;
    this.#strokes = this.#past.pop() ?? [];
  }

  /** Removes all strokes; can be undone. */
  clear(): void {
    if (!this.isEmpty) this.open([]);
  }

  /**
   * Replaces the drawing by another one; can be undone.
   *
   * @param strokes The other drawing.
   */
  open(strokes: readonly Stroke[]): void {
    this.#open = null;
    this.#past.push(this.#strokes);
    this.#strokes = strokes;
  }

  #add(stroke: OpenStroke, point: Point): void {
    stroke.x.push(inside(point.x));
    stroke.y.push(inside(point.y));
    stroke.t.push(Math.max(0, Math.round(point.t - this.#start)));
    stroke.pressure?.push(Math.min(1, Math.max(0, point.pressure ?? 0.5)));
  }
}

/**
 * Thins out a drawing that has too many points for a request: a scribble, not a
 * digit, but no reason to fail.
 *
 * @param strokes The drawing.
 * @param most Maximum points to keep, at least 2.
 * @returns The same strokes if they have few enough points; else every n-th
 *   point of each and its last one, dropping the oldest strokes if that is
 *   still too many.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { thin } from "./drawing.ts";
 *
 * const line = { x: [0, 10, 20, 30], y: [0, 0, 0, 0], t: [0, 1, 2, 3] };
 * assert.deepEqual(thin([line], 3), [{ x: [0, 20, 30], y: [0, 0, 0], t: [0, 2, 3] }]);
 * ```
 */
export function thin(
  strokes: readonly Stroke[],
  most: number,
): readonly Stroke[] {
  // A stroke keeps at least its two ends, so this many always fit.
  const newest = strokes.slice(-Math.floor(most / 2));
  const every = (step: number): readonly Stroke[] =>
    newest.map((stroke) => everyNth(stroke, step));
  let step = 1;
  let thinned = every(step);
  while (countPoints(thinned) > most) thinned = every(++step);
  return thinned;
}

function everyNth({ x, y, t, pressure }: Stroke, step: number): Stroke {
  const stays = (_: number, index: number): boolean =>
    index % step === 0 || index === x.length - 1;
  return {
    ...{ x: x.filter(stays), y: y.filter(stays), t: t.filter(stays) },
    ...(pressure === undefined ? {} : { pressure: pressure.filter(stays) }),
  };
}

function countPoints(strokes: readonly Stroke[]): number {
  return strokes.reduce((count, { x }) => count + x.length, 0);
}

/** The nearest integer pad unit inside the square. */
function inside(value: number): number {
  return Math.min(PAD_UNITS, Math.max(0, Math.round(value)));
}
