/**
 * Pictures of several digits, written by the shipped generator, whose labels
 * are known.
 *
 * @module
 */

import type { Generator } from "../../src/generator.ts";
import type { GreyImage } from "../../src/image/grey.ts";
import { IMAGE_PIXELS, IMAGE_SIZE } from "../../src/network/numbers.ts";

/** Pixels of a picture for each of a digit image. */
const SCALE = 2;

/** Columns and rows of a picture that each digit's image takes. */
const SIZE = IMAGE_SIZE * SCALE;

/** Columns from one digit to the next at which they stand apart. */
export const PITCH = 50;

/** White paper. */
export function paper(width: number, height: number): GreyImage {
  return { width, height, pixels: new Uint8Array(width * height).fill(255) };
}

/**
 * Writes digits next to each other, as black ink.
 *
 * @param generator Writes them, near the mean so that each is read right.
 * @param text The digits.
 * @param left Column of the first one's image.
 * @param top Row of it.
 * @param pitch Columns from one to the next.
 */
export function write(
  generator: Generator,
  { width, pixels }: GreyImage,
  text: string,
  left: number,
  top: number,
  pitch: number = PITCH,
): void {
  const digits = Array.from(text, Number);
  const images = generator.generate({ digits, seed: 4, spread: 0.4 });
  for (let i = 0; i < digits.length; i++) {
    const image = images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    for (let y = 0; y < SIZE; y++) {
      for (let x = 0; x < SIZE; x++) {
        const level = image[
          Math.floor(y / SCALE) * IMAGE_SIZE + Math.floor(x / SCALE)
        ]!;
        const at = (top + y) * width + left + i * pitch + x;
        pixels[at] = Math.min(pixels[at]!, 255 - level);
      }
    }
  }
}
