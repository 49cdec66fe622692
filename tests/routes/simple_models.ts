/**
 * Models that answer by arithmetic, so that routes are tested without a
 * trained file: the reader's digit is the sum of the pixels modulo ten, the
 * writer fills a digit's image with a value that its order determines.
 *
 * @module
 */

import type { Generator } from "../../src/generator.ts";
import type { ModelInfo, ModelKind } from "../../src/model_file.ts";
import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import type { Recognizer } from "../../src/recognizer.ts";

function info(kind: ModelKind): ModelInfo {
  return {
    name: `${kind}-00c0ffee`,
    sha256: `00c0ffee${"0".repeat(56)}`,
    bytes: 1234,
    description: { name: kind, inputShape: [28, 28, 1], layers: [] },
    training: { accuracy: 0.5 },
  };
}

/** Reads a digit as the sum of its pixels modulo ten. */
export const simpleRecognizer: Recognizer = {
  info: info("recognizer"),
  selfTest: () => true,
  recognize(pixels) {
    return Array.from({ length: pixels.length / IMAGE_PIXELS }, (_, index) => {
      const from = index * IMAGE_PIXELS;
      const image = pixels.subarray(from, from + IMAGE_PIXELS);
      const sum = image.reduce((total, value) => total + value, 0);
      const digit = sum % 10;
      const blank = sum === 0;
      return {
        digit,
        confidence: 0.91,
        probabilities: Array.from(
          { length: 10 },
          (_, k) => k === digit ? 0.91 : 0.01,
        ),
        rejected: blank,
        reason: blank ? "blank" : null,
      };
    });
  },
};

/** Writes each digit as one value: its latent's first byte plus 20 times it. */
const simpleGenerator: Generator = {
  info: info("generator"),
  latentSize: 2,
  selfTest: () => true,
  generate(request) {
    return simpleGenerator.draw(
      request.digits,
      simpleGenerator.latents(request),
    );
  },
  latents: ({ digits, seed }) =>
    Uint8Array.from(digits.flatMap((_, place) => [seed % 128, place])),
  draw(labels, latents) {
    const pixels = new Uint8Array(labels.length * IMAGE_PIXELS);
    labels.forEach((label, index) => {
      const from = index * IMAGE_PIXELS;
      const value = latents[2 * index]! + 20 * Number(label);
      pixels.fill(value % 256, from, from + IMAGE_PIXELS);
    });
    return pixels;
  },
};

/**
 * Gives the simple generator.
 *
 * @param other What of it should be otherwise.
 */
export function loadSimpleGenerator(
  other: Partial<Generator> = {},
): Promise<Generator> {
  return Promise.resolve({ ...simpleGenerator, ...other });
}

/** Both, as an application takes them. */
export const simpleModels = {
  recognizer: simpleRecognizer,
  generator: () => loadSimpleGenerator(),
};
