/**
 * The last drawings, kept on this device alone.
 *
 * Each is stored as its code (strokes_code.ts) and what it was read as. Where
 * the browser stores nothing, they last as long as the page.
 *
 * @module
 */

/** A drawing of the past. */
export interface PastDrawing {
  /** The drawing, as `encodeStrokes` returns it. */
  readonly code: string;
  /** What it was read as; empty if as nothing. */
  readonly text: string;
}

/** The part of `localStorage` that is needed; tests supply their own. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** The name under which they are stored. */
const KEY = "inkling.drawings";

/** Drawings kept: a strip that a phone shows without much scrolling. */
export const MOST_DRAWINGS = 12;

/** Keeps the last drawings, newest first. */
export class History {
  readonly #shelf: Shelf | null;
  #drawings: readonly PastDrawing[];

  /**
   * Reads the stored drawings.
   *
   * @param shelf Stores them; null where nothing can be stored. What is damaged
   *   there is passed over.
   */
  constructor(shelf: Shelf | null) {
    this.#shelf = shelf;
    this.#drawings = read(shelf);
  }

  /** The drawings, newest first. */
  get drawings(): readonly PastDrawing[] {
    return this.#drawings;
  }

  /**
   * Adds a drawing at the front; one that is there already moves.
   *
   * @param drawing The drawing; without a code nothing is added.
   */
  add(drawing: PastDrawing): void {
    if (drawing.code === "") return;
    const others = this.#drawings.filter(({ code }) => code !== drawing.code);
    this.#drawings = [drawing, ...others].slice(0, MOST_DRAWINGS);
    this.#write();
  }

  /** Forgets all drawings. */
  forget(): void {
    this.#drawings = [];
    this.#write();
  }

  #write(): void {
    try {
      if (this.#drawings.length === 0) this.#shelf?.removeItem(KEY);
      else this.#shelf?.setItem(KEY, JSON.stringify(this.#drawings));
    } catch {
      // Full, or not allowed: the drawings last as long as the page.
    }
  }
}

function read(shelf: Shelf | null): readonly PastDrawing[] {
  try {
    const list: unknown = JSON.parse(shelf?.getItem(KEY) ?? "[]");
    if (!Array.isArray(list)) return [];
    return list.filter(isPastDrawing).slice(0, MOST_DRAWINGS);
  } catch {
    return [];
  }
}

function isPastDrawing(value: unknown): value is PastDrawing {
  return typeof value === "object" && value !== null &&
    "code" in value && typeof value.code === "string" &&
    "text" in value && typeof value.text === "string";
}
