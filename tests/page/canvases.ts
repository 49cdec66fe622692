/// <reference lib="dom" />
/**
 * What is on canvases.
 *
 * @module
 */

import type { Page } from "playwright-core";

/** Number of inked pixels in a canvas. */
export function inkedPixels(page: Page, selector: string): Promise<number> {
  return page.locator(selector).first().evaluate((element) => {
    const canvas = element as HTMLCanvasElement;
    const { data } = canvas.getContext("2d")!
      .getImageData(0, 0, canvas.width, canvas.height);
    return data.filter((value, index) => index % 4 === 3 && value > 100).length;
  });
}

/** The pictures of all canvases that match. */
export function canvasPictures(
  page: Page,
  selector: string,
): Promise<string[]> {
  return page.locator(selector).evaluateAll((canvases) =>
    canvases.map((canvas) => (canvas as HTMLCanvasElement).toDataURL())
  );
}
