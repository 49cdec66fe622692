/**
 * Ink drawn in text, to test what looks at its shape alone.
 *
 * @module
 */

import { findComponents } from "../../src/image/normalize/components.ts";
import { sharesOfLevels } from "../../src/image/normalize/digit_ink.ts";
import type { InkPlane } from "../../src/number/ink_plane.ts";
import { type Piece, piecesOf } from "../../src/number/pieces.ts";

/** Levels of the characters that are ink. */
const LEVELS: Readonly<Record<string, number>> = { "#": 255, "o": 160 };

/** A drawing whose `#` are ink and whose `o` are pale ink; its rows are equally long. */
export function sketchPlane(...rows: string[]): InkPlane {
  return {
    ink: Uint8Array.from(rows.join(""), (character) => LEVELS[character] ?? 0),
    width: rows[0]!.length,
    height: rows.length,
    threshold: 127,
    shares: sharesOfLevels(0, 255),
  };
}

/** The pieces of a drawing. */
export function piecesIn({ ink, width, threshold }: InkPlane): Piece[] {
  return piecesOf(findComponents(ink, width, threshold), width);
}

/** A piece as text again, within its box. */
export function drawn({ left, top, right, bottom, runs }: Piece): string[] {
  const rows = Array.from(
    { length: bottom - top },
    () => new Array<string>(right - left).fill("."),
  );
  for (let at = 0; at < runs.length; at += 3) {
    rows[runs[at]! - top]!
      .fill("#", runs[at + 1]! - left, runs[at + 2]! - left);
  }
  return rows.map((row) => row.join(""));
}
