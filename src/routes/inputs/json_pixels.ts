/**
 * `{"pixels": [...], "width": w, "height": h}` as an input.
 *
 * @module
 */

import { fieldProblem } from "../../http/problem.ts";
import { MAX_SIDE } from "../../image/grey.ts";
import { normalize } from "../../image/normalize/normalize.ts";
import { IMAGE_SIZE } from "../../network/numbers.ts";
import { asList, asNumbers, describe, type JsonObject } from "./json_shape.ts";

/**
 * Brings pixels to MNIST's layout, through the image path.
 *
 * @param input An object with `pixels` (0 to 255, row-major), and with `width`
 * and `height`, 28 where they are left out.
 * @param pointer JSON pointer to it.
 * @returns 784 bytes.
 * @throws {Problem} 422 for another shape, with the field's pointer.
 */
export function digitOfPixels(
  input: JsonObject,
  pointer: string,
): Uint8Array {
  const width = sideOf(input, "width", pointer);
  const height = sideOf(input, "height", pointer);
  const field = `${pointer}/pixels`;
  const count = width * height;
  const list = asList(
    input.pixels,
    field,
    "numbers, width x height",
    count,
    count,
  );
  const pixels = Uint8Array.from(
    asNumbers(list, field, 0, 255),
    (value) => Math.round(value),
  );
  return normalize({ width, height, pixels }).pixels;
}

function sideOf(
  input: JsonObject,
  name: "width" | "height",
  pointer: string,
): number {
  const value = Object.hasOwn(input, name) ? input[name] : IMAGE_SIZE;
  if (
    typeof value === "number" && Number.isInteger(value) && value >= 1 &&
    value <= MAX_SIDE
  ) return value;
  throw fieldProblem(
    422,
    `${pointer}/${name}`,
    `is ${describe(value)}; a whole number from 1 to ${MAX_SIDE} is expected`,
  );
}
