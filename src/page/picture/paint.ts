/// <reference lib="dom" />
/**
 * Paints a picture with the ink that was found and boxes over it.
 *
 * @module
 */

import type { GreyImage } from "../../image/grey.ts";
import { context2d } from "../base/ink.ts";
import { paintBoxes } from "../draw/boxes.ts";
import type { DecodedPicture } from "./decode.ts";
import type { InkMask, PictureRead } from "./read_picture.ts";

/** Largest share of a box's height that a label and its distance take. */
const LABEL = 0.3;
const MARGIN = 0.06;

/** Longer side of a small picture's canvas, so that boxes and labels are sharp. */
const LEAST_SIDE = 900;

/**
 * Paints a picture.
 *
 * @param canvas Becomes as large as the picture, or larger.
 * @param picture The picture.
 * @param read What was found in it.
 * @param showsInk Whether the ink is painted over it.
 */
export function paintPicture(
  canvas: HTMLCanvasElement,
  { canvas: picture }: DecodedPicture,
  { digits, ink }: PictureRead,
  showsInk: boolean,
): void {
  const { width, height } = picture;
  const zoom = Math.max(1, LEAST_SIDE / Math.max(width, height));
  canvas.width = Math.round(width * zoom);
  canvas.height = Math.round(height * zoom);
  const context = context2d(canvas);
  context.scale(canvas.width / width, canvas.height / height);
  const style = getComputedStyle(canvas);
  const accent = style.getPropertyValue("--accent");
  context.drawImage(picture, 0, 0);
  if (showsInk && ink !== null) {
    context.fillStyle = style.getPropertyValue("--card");
    context.globalAlpha = 0.8;
    context.fillRect(0, 0, width, height);
    context.globalAlpha = 1;
    context.imageSmoothingEnabled = false;
    const mask = maskCanvas(ink, accent);
    context.drawImage(
      mask,
      0,
      0,
      ink.width * ink.factor,
      ink.height * ink.factor,
    );
  }
  // Labels as large for the eye in any picture, and no larger than digits need.
  const onScreen = 22 * width / Math.max(1, canvas.clientWidth);
  const tallest = Math.max(0, ...digits.map(({ box }) => box.height));
  paintBoxes(
    context,
    digits.map(({ digit, rejected, box }) => ({
      ...box,
      label: String(digit),
      isUnsure: rejected,
    })),
    {
      color: accent,
      text: style.getPropertyValue("--card"),
      size: Math.max(Math.min(onScreen, tallest * LABEL), onScreen * 0.6),
      margin: tallest * MARGIN,
    },
  );
}

/** The ink as a canvas of one colour. */
function maskCanvas(
  { width, height, levels }: InkMask,
  color: string,
): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  const context = context2d(canvas);
  const image = context.createImageData(width, height);
  levels.forEach((level, i) => image.data[i * 4 + 3] = level === 0 ? 0 : 255);
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = "source-in";
  context.fillStyle = color;
  context.fillRect(0, 0, width, height);
  return canvas;
}

/**
 * Paints the picture after a step, as grey as it is.
 *
 * @param canvas Becomes as large as the picture.
 * @param picture The picture.
 */
export function paintStep(
  canvas: HTMLCanvasElement,
  { width, height, pixels }: GreyImage,
): void {
  canvas.width = width;
  canvas.height = height;
  const context = context2d(canvas);
  const image = context.createImageData(width, height);
  pixels.forEach((grey, i) => image.data.set([grey, grey, grey, 255], i * 4));
  context.putImageData(image, 0, 0);
}
