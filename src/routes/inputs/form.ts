/**
 * What inputs are converted to. Bodies are parsed the same way whether a digit
 * or a number is read from them.
 *
 * @module
 */

import type { GreyImage } from "../../image/grey.ts";
import type { Stroke } from "../../image/strokes.ts";

/**
 * Converts each input of a request to the form that is read, or to its reading.
 */
export interface InputForm<T> {
  /** Takes a digit image: 784 bytes in MNIST's layout. */
  digitImage(pixels: Uint8Array): T | Promise<T>;
  /**
   * Takes a picture.
   *
   * @param pointer JSON pointer to it; empty for a body that is the picture.
   * @throws {Problem} 422 if it cannot be read in this form.
   */
  picture(image: GreyImage, pointer: string): T | Promise<T>;
  /**
   * Takes pen strokes.
   *
   * @param pointer JSON pointer to them.
   * @throws {Problem} 422 if they cannot be read in this form.
   */
  strokes(strokes: readonly Stroke[], pointer: string): T | Promise<T>;
}
