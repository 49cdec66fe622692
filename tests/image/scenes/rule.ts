/**
 * Lines of paper.
 *
 * @module
 */

import { drawSegment, type Sheet } from "./sheet.ts";

/** A line across the sheet, turned by a small angle about its middle. */
export function rule(
  sheet: Sheet,
  isAcross: boolean,
  at: number,
  tilt: number,
  pen: number,
  darkness: number,
): void {
  const { width, height } = sheet;
  const bend = tilt * (isAcross ? width : height) / 2;
  if (isAcross) {
    drawSegment(
      sheet,
      [-2 * pen, at - bend, width + 2 * pen, at + bend],
      pen,
      darkness,
    );
  } else {
    drawSegment(
      sheet,
      [at - bend, -2 * pen, at + bend, height + 2 * pen],
      pen,
      darkness,
    );
  }
}
