/**
 * Inputs as one number each: all digits of a picture or drawing, read.
 *
 * @module
 */

import { fieldProblem } from "../../http/problem.ts";
import { IMAGE_SIZE } from "../../network/numbers.ts";
import { answerOf, type NumberAnswer } from "../../number/answer.ts";
import { readNumber } from "../../number/picture.ts";
import { readNumberOfStrokes } from "../../number/strokes.ts";
import type { DigitReader } from "../../recognizer.ts";
import type { DetailsOf } from "../details.ts";
import type { InputForm } from "./form.ts";

/**
 * Creates the form.
 *
 * @param reader Reads digit images.
 * @param detailsOf Adds details to each digit.
 */
export function createNumberForm(
  reader: DigitReader,
  detailsOf: DetailsOf,
): InputForm<NumberAnswer> {
  const form: InputForm<NumberAnswer> = {
    digitImage(pixels) {
      const size = { width: IMAGE_SIZE, height: IMAGE_SIZE };
      return form.picture({ ...size, pixels }, "");
    },
    picture(image, pointer) {
      const reading = refusing(
        pointer,
        () => readNumber(reader, image),
      );
      return answerOf(reading, detailsOf);
    },
    strokes(strokes, pointer) {
      const reading = refusing(
        pointer,
        () => readNumberOfStrokes(reader, strokes),
      );
      return answerOf(reading, detailsOf);
    },
  };
  return form;
}

/** Refuses a picture or drawing with more ink than a number with 422. */
function refusing<T>(pointer: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw fieldProblem(422, pointer, error.message);
  }
}
