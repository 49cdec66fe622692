/**
 * Reads the digits of pen strokes.
 *
 * Unlike a picture, strokes show where the pen was lifted. So touching digits
 * are already separate, and a digit of two strokes is put together from them.
 *
 * @module
 */

import type { Box } from "../image/normalize/components.ts";
import { drawStrokes, type Stroke } from "../image/strokes.ts";
import type { DigitReader } from "../recognizer.ts";
import type { NumberReading } from "./number_reading.ts";
import { checkPieces, readDigit, readLine } from "./read_line.ts";
import { findTextLines } from "./text_lines.ts";

/**
 * Reads all digits of a drawing.
 *
 * @param reader Reads digit images.
 * @param strokes As for `drawStrokes`; strokes without points are ignored.
 * @returns Its lines with at least one digit, boxes in the strokes' own units.
 * @throws {RangeError} There are more strokes than can be read.
 */
export function readNumberOfStrokes(
  reader: DigitReader,
  strokes: readonly Stroke[],
): NumberReading {
  const pieces = strokes.filter(({ x }) => x.length > 0)
    .map((stroke) => ({ ...boxOf(stroke), stroke }));
  checkPieces(pieces.length, "strokes");
  return findTextLines(pieces)
    .map(({ pieces, height }) => {
      const line = pieces.map((whole) => ({
        whole,
        cuts: [],
        part: () => whole,
      }));
      return readLine(
        line,
        height,
        (parts) =>
          readDigit(reader, drawStrokes(parts.map(({ stroke }) => stroke))),
      );
    })
    .filter((digits) => digits.length > 0);
}

function boxOf({ x, y }: Stroke): Box {
  return {
    left: Math.min(...x),
    top: Math.min(...y),
    right: Math.max(...x),
    bottom: Math.max(...y),
  };
}
