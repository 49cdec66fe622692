/// <reference lib="dom" />
/**
 * An example: a number on a sheet of paper, which the generator writes in the
 * page. It needs no server, and each is another one.
 *
 * @module
 */

import { type Generator, randomDigits } from "../../generator.ts";
import { writeNumber } from "../../written_number.ts";
import { context2d, paintGrey } from "../base/ink.ts";

/** Digits of the number. */
const LENGTH = 4;

/** The sheet in pixels. */
const SHEET = { width: 960, height: 640 };

/** Pixels of the sheet along a pixel of the number. */
const ZOOM = 7;

/** How far the line rises, in radians: nobody writes straight. */
const SLOPE = -0.05;

/** The sheet's colours, from the light to the shade, and the ink's. */
const [LIGHT, SHADE, INK] = ["#faf6ec", "#ddd5c4", "#26304f"];

/**
 * Writes an example.
 *
 * @param generator Draws the digits.
 * @param seed The same seed writes the same number in the same hand.
 * @returns The sheet.
 */
export function writeExample(
  generator: Generator,
  seed: number,
): HTMLCanvasElement {
  const digits = randomDigits(seed, LENGTH);
  const images = generator.generate({ digits, seed, style: seed });
  const number = document.createElement("canvas");
  paintGrey(number, writeNumber(images, digits.map(() => 0), seed), INK);
  const sheet = document.createElement("canvas");
  sheet.width = SHEET.width;
  sheet.height = SHEET.height;
  const context = context2d(sheet);
  const light = context.createLinearGradient(0, 0, SHEET.width, SHEET.height);
  light.addColorStop(0, LIGHT);
  light.addColorStop(1, SHADE);
  context.fillStyle = light;
  context.fillRect(0, 0, SHEET.width, SHEET.height);
  context.translate(SHEET.width / 2, SHEET.height / 2);
  context.rotate(SLOPE);
  context.imageSmoothingQuality = "high";
  const [width, height] = [number.width * ZOOM, number.height * ZOOM];
  context.drawImage(number, -width / 2, -height / 2, width, height);
  return sheet;
}
