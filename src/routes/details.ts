/**
 * The optional details of an answer.
 *
 * @module
 */

import { encodeBase64 } from "../base64.ts";
import type { ExplainedStep, RankedDigit } from "../contract/answer.ts";
import type { GreyImage } from "../image/grey.ts";
import { IMAGE_SIZE } from "../network/numbers.ts";
import type { RecognizerAnswer } from "../reading.ts";
import type { Step } from "./inputs/digit_form.ts";

/** Members that are added to an answer. */
export interface Details {
  /** The most probable digits, the best first. */
  readonly top?: readonly RankedDigit[];
  /** The 28x28 image that was read, as a PNG in base64. */
  readonly normalized?: string;
  /** The picture after each step of its normalization, as PNGs in base64, if there were any. */
  readonly steps?: readonly ExplainedStep[];
}

/**
 * Creates an answer's details from the 784 bytes that were read and the steps
 * that led to them.
 */
export type DetailsOf = (
  answer: RecognizerAnswer,
  pixels: Uint8Array,
  steps?: readonly Step[],
) => Details;

/**
 * Creates a function that adds the details that a query asks for.
 *
 * @param top How many digits to rank; none if absent.
 * @param explain Whether to show the digit image and the steps that led to it.
 * If so, the PNG encoder is loaded.
 */
export async function createDetails(
  top: number | undefined,
  explain: boolean | undefined,
): Promise<DetailsOf> {
  const encodePng = explain
    ? (await import("../image/png/encode.ts")).encodePng
    : null;
  return (answer, pixels, steps) => {
    const ranked = top === undefined ? {} : { top: best(answer, top) };
    if (encodePng === null) return ranked;
    const encode = (image: GreyImage) => encodeBase64(encodePng(image));
    const size = { width: IMAGE_SIZE, height: IMAGE_SIZE };
    return {
      ...ranked,
      normalized: encode({ ...size, pixels }),
      ...(steps === undefined || steps.length === 0 ? {} : {
        steps: steps.map(({ name, picture }) => ({
          name,
          image: encode(picture),
        })),
      }),
    };
  };
}

/** The `count` most probable digits, the best first. */
function best({ probabilities }: RecognizerAnswer, count: number) {
  return probabilities
    .map((probability, digit) => ({ digit, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}
