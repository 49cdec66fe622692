/**
 * An answer for tests: a seven that could be a one.
 *
 * @module
 */

import type { Answer } from "../../../src/page/read/recognizer.ts";

/** As sent by the server. */
export const SEVEN_JSON = {
  digit: 7,
  confidence: 0.97,
  probabilities: [0, 0.02, 0, 0.01, 0, 0, 0, 0.97, 0, 0],
  rejected: false,
  reason: null,
  model: "recognizer-01234567",
};

/** As used in the page. */
export const ANSWER: Answer = {
  ...SEVEN_JSON,
  number: null,
  seen: null,
  milliseconds: null,
};

/** A number that the server answered, its last digit in doubt. */
export const NUMBER_JSON = {
  number: "1984",
  confidence: 0.6,
  lines: ["19", "84"],
  digits: [1, 9, 8, 4].map((digit, index) => ({
    digit,
    confidence: 0.9 - index / 10,
    rejected: index === 3,
    ...(index === 3 ? { reason: "uncertain" } : {}),
    box: { x: index * 100, y: 0, width: 50, height: 90 },
  })),
  rejected: true,
  reason: "uncertain",
  model: "recognizer-01234567",
};
