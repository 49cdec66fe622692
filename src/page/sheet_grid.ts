/// <reference lib="dom" />
/**
 * The grid of generated digits: one small canvas each.
 *
 * It is NOT where sheets are chosen or asked for (sheet_view.ts).
 *
 * @module
 */

import { onColorSchemeChange } from "./dom.ts";
import { paintInk } from "./ink.ts";
import type { Sample } from "./sample.ts";

/**
 * Takes over an element as a grid of digits.
 *
 * @param grid The element; its children are replaced.
 * @returns Shows samples in it, in their order.
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
    // One label for the whole: forty pictures in a row are no help to somebody who listens.
    grid.ariaLabel = `Generated digits: ${
      samples.map(({ digit }) => digit).join(", ")
    }`;
    paint();
  };
}
