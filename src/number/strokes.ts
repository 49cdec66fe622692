/**
 * Pen strokes of several digits, read as a number.
 *
 * Strokes say what a picture of them would not: where the pen was lifted. So
 * digits whose ink touches come apart by themselves, and a digit of two strokes
 * is put together from them.
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
 * @param strokes As `drawStrokes` takes them; those without a point are left out.
 * @returns Its lines with at least one digit, boxes in the strokes' own units.
 * @throws {RangeError} There are more strokes than a number has.
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
