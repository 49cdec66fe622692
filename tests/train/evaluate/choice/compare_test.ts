import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import type { RecognizerAnswer } from "../../../../src/recognizer.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import { compareRecognizers } from "../../../../train/evaluate/choice/compare.ts";

/** Blank images with labels. */
function labelled(...labels: readonly number[]): Dataset {
  return {
    images: new Uint8Array(labels.length * IMAGE_PIXELS),
    labels: Uint8Array.from(labels),
    count: labels.length,
  };
}

/** Reads the same digit in every image. */
const always = (digit: number) => ({
  recognize: (pixels: Uint8Array) =>
    Array.from(
      { length: pixels.length / IMAGE_PIXELS },
      () => ({ digit }) as RecognizerAnswer,
    ),
});

Deno.test("compareRecognizers() adds up a kind's sets and weights all kinds alike", async () => {
  const kinds = [
    {
      name: "small",
      sets: async function* () {
        yield labelled(1, 1, 2, 3);
      },
    },
    {
      name: "in two sets",
      sets: async function* () {
        yield labelled(1, 2, 2, 2);
        yield labelled(1, 1, 1, 1, 3, 2);
      },
    },
  ];
  assert.deepEqual(await compareRecognizers([always(1), always(2)], kinds), {
    counts: [4, 10],
    results: [
      { errors: [2, 5], meanRate: (2 / 4 + 5 / 10) / 2 },
      { errors: [3, 6], meanRate: (3 / 4 + 6 / 10) / 2 },
    ],
  });
});
