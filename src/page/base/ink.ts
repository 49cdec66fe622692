/// <reference lib="dom" />
/**
 * Paints pictures of ink on canvases, and decodes them from PNG.
 *
 * This is not an image path: the input of the model is computed where the model
 * runs.
 *
 * @module
 */

import type { GreyImage } from "../../image/grey.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";

/**
 * The drawing context of a canvas.
 *
 * @param canvas The canvas.
 * @returns Its 2D context.
 * @throws {TypeError} If the browser provides none.
 */
export function context2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext("2d");
  if (context === null) {
    throw new TypeError("the canvas has no 2d context");
  }
  return context;
}

/**
 * Paints a picture in the text colour of its canvas, paper being transparent.
 *
 * @param canvas The canvas; becomes 28x28 pixels, while the style sheet sets
 *   its size on the screen.
 * @param pixels 784 bytes, row-major 28x28, 0 paper, 255 ink; or null for an
 *   empty canvas.
 * @throws {RangeError} If there are not 784 pixels.
 */
export function paintInk(
  canvas: HTMLCanvasElement,
  pixels: Uint8Array | null,
): void {
  if (pixels !== null && pixels.length !== IMAGE_PIXELS) {
    throw new RangeError(`${pixels.length} pixels, expected ${IMAGE_PIXELS}`);
  }
  paintGrey(canvas, {
    width: IMAGE_SIZE,
    height: IMAGE_SIZE,
    pixels: pixels ?? new Uint8Array(IMAGE_PIXELS),
  });
}

/**
 * Paints a picture of any size in one colour, paper being transparent.
 *
 * @param canvas The canvas; becomes as large as the picture, while the style
 *   sheet sets its size on the screen.
 * @param image The picture: 0 paper, 255 ink.
 * @param color The ink's; by default the text colour of the canvas, which must
 *   then be in the document.
 */
export function paintGrey(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: GreyImage,
  color: string = getComputedStyle(canvas).color,
): void {
  canvas.width = width;
  canvas.height = height;
  const context = context2d(canvas);
  const image = context.createImageData(width, height);
  pixels.forEach((ink, index) => image.data[index * 4 + 3] = ink);
  context.putImageData(image, 0, 0);
  // Keeps the opacity and replaces the colour, so any colour of the style sheet
  // works without parsing it.
  context.globalCompositeOperation = "source-in";
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
}

/**
 * Decodes the picture that the model saw.
 *
 * @param png A 28x28 PNG, black paper and white ink.
 * @returns 784 bytes, row-major 28x28, 0 paper, 255 ink.
 * @throws {RangeError} If the picture has another size.
 * @throws {DOMException} If it is not a picture.
 */
export async function decodePng(
  png: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const bitmap = await createImageBitmap(
    new Blob([png], { type: "image/png" }),
    { colorSpaceConversion: "none" },
  );
  if (bitmap.width !== IMAGE_SIZE || bitmap.height !== IMAGE_SIZE) {
    throw new RangeError(
      `the picture is ${bitmap.width}x${bitmap.height}, expected ${IMAGE_SIZE}x${IMAGE_SIZE}`,
    );
  }
  const canvas = document.createElement("canvas");
  canvas.width = IMAGE_SIZE;
  canvas.height = IMAGE_SIZE;
  const context = context2d(canvas);
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, IMAGE_SIZE, IMAGE_SIZE);
  return Uint8Array.from(
    { length: IMAGE_PIXELS },
    (_, index) => data[index * 4] ?? 0,
  );
}
