import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import type { RecognizerAnswer } from "../../../src/recognizer.ts";
import { labelAgreement } from "../../../train/evaluate/agreement.ts";
import { countRecognized } from "../../../train/evaluate/int8_accuracy.ts";

/** Writes a digit by filling the image with it. */
const writer = {
  generate: ({ digits }: { digits: readonly number[]; seed: number }) =>
    Uint8Array.from(
      { length: digits.length * IMAGE_PIXELS },
      (_, i) => digits[Math.floor(i / IMAGE_PIXELS)]!,
    ),
};

/** Reads such an image, but takes every seven for a one. */
const reader = {
  recognize: (pixels: Uint8Array) =>
    Array.from({ length: pixels.length / IMAGE_PIXELS }, (_, i) => {
      const digit = pixels[i * IMAGE_PIXELS]!;
      return { digit: digit === 7 ? 1 : digit } as RecognizerAnswer;
    }),
};

Deno.test("labelAgreement() is the share that the judge reads as their label", () => {
  assert.equal(labelAgreement(reader, writer, 300), 0.9);
});

Deno.test("countRecognized() counts the digits read as labelled", () => {
  const digits = Array.from({ length: 120 }, (_, i) => i % 10);
  const images = writer.generate({ digits, seed: 0 });
  const labels = Uint8Array.from(digits);
  assert.equal(countRecognized(reader, { images, labels, count: 120 }), 108);
});
