/**
 * Reads a picture as the server does: as one digit, or as a number of several.
 *
 * @module
 */

import type { GreyImage } from "../../image/grey.ts";
import { normalize } from "../../image/normalize/normalize.ts";
import { reduce, reducingFactor } from "../../image/normalize/reduce.ts";
import { IMAGE_SIZE } from "../../network/numbers.ts";
import { answerOf } from "../../number/answer.ts";
import { findInk } from "../../number/ink_plane.ts";
import { readNumber, WORKING_SIDE } from "../../number/picture.ts";
import type { DigitReader } from "../../recognizer.ts";
import type { Answer, NumberDigit } from "../read/recognizer.ts";

/** What a picture was read as. */
export interface PictureRead {
  /** The answer; its `number` is set if no single digit was found. */
  readonly answer: Answer;
  /** The digits that were found, with boxes in the picture's pixels. */
  readonly digits: readonly NumberDigit[];
  /** Where the ink is, or null for a blank picture. */
  readonly ink: InkMask | null;
  /** The picture after each step to the 28x28 of a single digit. */
  readonly steps: readonly PictureStep[];
}

/** The picture after a step of the image path. */
export interface PictureStep {
  /** The step's name, as the image path names it. */
  readonly name: string;
  /** The picture as it is then. */
  readonly picture: GreyImage;
}

/** Where a picture has ink. */
export interface InkMask {
  /** Pixels in a row. */
  readonly width: number;
  /** Rows. */
  readonly height: number;
  /** Levels of ink, 0 for paper. */
  readonly levels: Uint8Array;
  /** Pixels of the picture per pixel of the mask. */
  readonly factor: number;
}

/**
 * Reads a picture.
 *
 * @param reader Reads digit images.
 * @param model The name of its model.
 * @param image The picture.
 * @param now The clock, in milliseconds.
 */
export function readPicture(
  reader: DigitReader,
  model: string,
  image: GreyImage,
  now: () => number = () => performance.now(),
): PictureRead {
  const start = now();
  const steps: PictureStep[] = [];
  const { pixels, box } = normalize(image, {
    onStep: (name, picture) => steps.push({ name, picture }),
  });
  const single = reader.recognize(pixels)[0]!;
  const number = single.rejected && single.reason !== "blank"
    ? numberIn(reader, image)
    : null;
  const milliseconds = now() - start;
  const answer = { ...single, number, model, seen: pixels, milliseconds };
  const alone = box === null || single.rejected ? [] : [{
    ...single,
    box: {
      x: box.left,
      y: box.top,
      width: box.right - box.left,
      height: box.bottom - box.top,
    },
    seen: pixels,
  }];
  const last = { width: IMAGE_SIZE, height: IMAGE_SIZE, pixels };
  return {
    answer,
    digits: number?.digits ?? alone,
    ink: maskOf(image),
    // Of a number each digit has a way of its own.
    steps: number === null && box !== null
      ? [...steps, { name: "seen", picture: last }]
      : [],
  };
}

/** The number in a picture; a single digit counts where the whole was none. */
function numberIn(reader: DigitReader, image: GreyImage): Answer["number"] {
  try {
    const { lines, confidence, digits, rejected } = answerOf(
      readNumber(reader, image),
      (_, seen) => ({ seen }),
    );
    if (digits.every((digit) => digit.rejected)) return null;
    return { text: lines.join(" "), confidence, digits, rejected };
  } catch (error) {
    // More pieces of ink than a number has: a pattern, a page of text.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function maskOf(image: GreyImage): InkMask | null {
  const plane = findInk(reduce(image, WORKING_SIDE));
  if (plane === null) return null;
  const { ink, width, height, threshold } = plane;
  const levels = ink.map((level) => level > threshold ? level : 0);
  return {
    width,
    height,
    levels,
    factor: reducingFactor(image, WORKING_SIDE),
  };
}
