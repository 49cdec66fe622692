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
  seen: null,
  milliseconds: null,
};
