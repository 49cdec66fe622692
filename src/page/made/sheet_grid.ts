/// <reference lib="dom" />
/**
 * The grid of generated digits, one small canvas each.
 *
 * wall.ts chooses and draws them.
 *
 * @module
 */

import { onColorSchemeChange } from "../base/dom.ts";
import { paintInk } from "../base/ink.ts";
import { MADE } from "../texts/made.ts";

/** A generated digit. */
export interface Sample {
  /** Its label, 0 to 9. */
  readonly digit: number;
  /** 784 bytes, row-major 28x28, 0 paper, 255 ink. */
  readonly pixels: Uint8Array;
}

/**
 * Takes over an element as a grid of digits.
 *
 * @param grid The element; its children are replaced.
 * @returns Shows samples in the grid, in order.
 */
export function createSheetGrid(
  grid: HTMLElement,
): (samples: readonly Sample[]) => void {
  let cells: { readonly canvas: HTMLCanvasElement; readonly sample: Sample }[] =
    [];
  const paint = (): void =>
    cells.forEach(({ canvas, sample }) => paintInk(canvas, sample.pixels));
  onColorSchemeChange(paint);
  return (samples) => {
    cells = samples.map((sample) => ({
      canvas: document.createElement("canvas"),
      sample,
    }));
    cells.forEach(({ canvas }, index) =>
      canvas.style.setProperty("--index", String(index))
    );
    grid.replaceChildren(...cells.map(({ canvas }) => canvas));
    // One label for the whole grid: forty labelled pictures in a row would not
    // help a screen reader's user.
    grid.ariaLabel = MADE.digits(samples.map(({ digit }) => digit));
    paint();
  };
}
