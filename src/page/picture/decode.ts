/// <reference lib="dom" />
/**
 * Decodes pictures that people choose, paste, drop or photograph.
 *
 * @module
 */

import type { GreyImage } from "../../image/grey.ts";
import { greyOfRgba } from "../../image/rgba.ts";

/**
 * Longest side that is read, in pixels: a phone's photograph of a page still
 * shows its digits, in a tenth of the time.
 */
const LONGEST_SIDE = 2048;

/** A picture for the eye and for the reader. */
export interface DecodedPicture {
  /** For the eye. */
  readonly canvas: HTMLCanvasElement;
  /** For the reader, of the same size. */
  readonly grey: GreyImage;
}

/**
 * Decodes a picture, upright as its camera was held.
 *
 * @param file Any format that the browser shows.
 * @returns The picture, reduced if it is large.
 * @throws {DOMException} If the browser cannot decode it.
 */
export async function decodePicture(file: Blob): Promise<DecodedPicture> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(
    1,
    LONGEST_SIDE / Math.max(bitmap.width, bitmap.height),
  );
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new TypeError("the canvas has no 2d context");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return pictureOn(canvas);
}

/**
 * The picture on a canvas.
 *
 * @param canvas The canvas.
 */
export function pictureOn(canvas: HTMLCanvasElement): DecodedPicture {
  const context = canvas.getContext("2d");
  if (context === null) throw new TypeError("the canvas has no 2d context");
  const { width, height } = canvas;
  const { data } = context.getImageData(0, 0, width, height);
  // Never shared: getImageData() allocates it.
  const rgba = data as Uint8ClampedArray<ArrayBuffer>;
  return { canvas, grey: greyOfRgba({ width, height, data: rgba }) };
}
