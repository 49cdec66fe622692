/**
 * `{"pixels": [...], "width": w, "height": h}` as an input.
 *
 * @module
 */

import { type GreyImage, MAX_SIDE } from "../../image/grey.ts";
import { outOfRange } from "../../json/error.ts";
import { object, optional } from "../../json/object.ts";
import { integer, numbers, type Schema } from "../../json/schema.ts";
import { IMAGE_SIZE } from "../../network/numbers.ts";

/** Pixels as a client sends them. */
export interface PixelsJson {
  /** Row-major, 0 to 255, or shares of ink, 0 to 1. */
  readonly pixels: readonly number[];
  /** Pixels in a row. */
  readonly width?: number;
  /** Rows. */
  readonly height?: number;
}

const SIDE = integer(1, MAX_SIDE);

/** The JSON of such an input. */
export const PIXELS: Schema<PixelsJson> = object({
  pixels: numbers(0, 255, {
    least: 1,
    most: MAX_SIDE * MAX_SIDE,
    what: "numbers",
  }),
  width: optional(SIDE),
  height: optional(SIDE),
});

/**
 * Creates a picture from pixels.
 *
 * If all pixels are at most 1 and some are fractions, they are shares of ink,
 * as training code usually has them.
 *
 * @param input Pixels; `width` and `height` default to 28.
 * @param pointer JSON pointer to the input.
 * @throws {JsonRangeError} if there are not `width * height` pixels.
 */
export function pictureOfPixels(
  input: PixelsJson,
  pointer: string,
): GreyImage {
  const { pixels: list, width = IMAGE_SIZE, height = IMAGE_SIZE } = input;
  if (list.length !== width * height) {
    throw outOfRange(
      `${pointer}/pixels`,
      list,
      `a list of ${width * height} numbers, width x height`,
    );
  }
  const scale = areShares(list) ? 255 : 1;
  const pixels = Uint8Array.from(list, (value) => Math.round(scale * value));
  return { width, height, pixels };
}

function areShares(pixels: readonly number[]): boolean {
  return pixels.every((value) => value <= 1) &&
    !pixels.every(Number.isInteger);
}
