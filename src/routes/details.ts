/**
 * What a query can ask for beyond a digit's answer.
 *
 * @module
 */

import { encodeBase64 } from "../base64.ts";
import type { RankedDigit } from "../contract/answer.ts";
import { IMAGE_SIZE } from "../network/numbers.ts";
import type { RecognizerAnswer } from "../reading.ts";

/** Members that are added to an answer. */
export interface Details {
  /** The most probable digits, the best first. */
  readonly top?: readonly RankedDigit[];
  /** The 28x28 that was read, as a PNG in base64. */
  readonly normalized?: string;
}

/** Makes the details of an answer, of the 784 bytes that were read. */
export type DetailsOf = (
  answer: RecognizerAnswer,
  pixels: Uint8Array,
) => Details;

/**
 * Makes what a query asks for.
 *
 * @param top How many digits are ranked; none if absent.
 * @param explain Whether the digit image is shown; its encoder is loaded then.
 */
export async function createDetails(
  top: number | undefined,
  explain: boolean | undefined,
): Promise<DetailsOf> {
  const encode = explain
    ? (await import("../image/png/encode.ts")).encodePng
    : null;
  return (answer, pixels) => ({
    ...(top === undefined ? {} : { top: best(answer, top) }),
    ...(encode === null ? {} : {
      normalized: encodeBase64(
        encode({ width: IMAGE_SIZE, height: IMAGE_SIZE, pixels }),
      ),
    }),
  });
}

/** The `count` most probable digits, the best first. */
function best({ probabilities }: RecognizerAnswer, count: number) {
  return probabilities
    .map((probability, digit) => ({ digit, probability }))
    .sort((a, b) => b.probability - a.probability)
    .slice(0, count);
}
