/// <reference lib="dom" />
/**
 * The pictures of a quiz: real ones from a sheet of MNIST's test images, made
 * ones from the generator.
 *
 * @module
 */

import { CLASSES } from "../../network/numbers.ts";
import { decodeSheet } from "../base/sheet.ts";
import type { Page } from "../shell/page.ts";
import { type Question, REAL_EACH } from "./quiz.ts";

/** The sheet: a row for each label. */
const SHEET = "/real_digits.png";

/**
 * Draws a question: 784 bytes, row-major 28x28, 0 paper, 255 ink.
 */
export type Draw = (question: Question) => Uint8Array;

/**
 * Loads what a quiz needs.
 *
 * @param page Sends the request, and has the generator.
 * @throws {TypeError | RangeError} If the sheet or the generator cannot be
 *   loaded.
 */
export async function loadPictures(page: Page): Promise<Draw> {
  const [real, generator] = await Promise.all([
    decodeSheet(page.fetch, SHEET, REAL_EACH, CLASSES),
    page.models.generator(),
  ]);
  return (question) =>
    question.kind === "real"
      ? real[question.place]!
      : generator.generate({ digits: [question.digit], seed: question.seed });
}
