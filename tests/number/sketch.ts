/**
 * Ink drawn in text, to test what looks at its shape alone.
 *
 * @module
 */

import { findComponents } from "../../src/image/normalize/components.ts";
import { type Piece, piecesOf } from "../../src/number/pieces.ts";

/** The pieces of a drawing whose `#` are ink; its rows are equally long. */
export function sketch(...rows: string[]): Piece[] {
  const width = rows[0]!.length;
  const ink = Uint8Array.from(
    rows.join(""),
    (character) => character === "#" ? 255 : 0,
  );
  return piecesOf(findComponents(ink, width, 127), width);
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
