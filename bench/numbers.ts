/**
 * Measures how long a row of eight digits takes, from grey picture to digits.
 *
 * `deno run -A bench/numbers.ts [rounds]`. Rows are composed of MNIST's
 * validation digits; kinds alternate in every round.
 *
 * @module
 */

import { loadModels } from "../src/models.ts";
import { composedRow } from "../src/network/streams.ts";
import { readNumber } from "../src/number/picture.ts";
import type { DigitReader } from "../src/recognizer.ts";
import { loadMnist } from "../train/data/mnist.ts";
import { MNIST_VALIDATION_COUNT, splitDataset } from "../train/data/split.ts";
import { photograph } from "../train/evaluate/numbers/photograph.ts";
import { composeRow, type RowOptions } from "../train/evaluate/numbers/rows.ts";
import { median } from "./service/median.ts";
import { countArgument } from "./count_argument.ts";

/** Rows of each kind. */
const ROWS = 50;

const APART: RowOptions = {
  height: 32,
  digits: [8, 8],
  touching: 0,
  slope: 0.08,
};

/** The properties of rows, and whether they are photographed. */
const KINDS: Readonly<Record<string, readonly [RowOptions, boolean]>> = {
  "32 pixels high": [APART, false],
  "90 pixels high": [{ ...APART, height: 90 }, false],
  "a third touch, 32 pixels high": [{ ...APART, touching: 1 / 3 }, false],
  "photographed, 40 pixels high": [{ ...APART, height: 40 }, true],
};

/** Counts images on their way to a reader. */
function counting(reader: DigitReader) {
  const counter = {
    images: 0,
    reader: {
      ...reader,
      recognize(pixels: Uint8Array) {
        counter.images += pixels.length / 784;
        return reader.recognize(pixels);
      },
    },
  };
  return counter;
}

if (import.meta.main) {
  const rounds = countArgument("rounds", Deno.args[0], 10);
  const { recognizer } = await loadModels();
  const { train } = await loadMnist();
  const { validation } = splitDataset(train, MNIST_VALIDATION_COUNT);
  const kinds = Object.entries(KINDS).map((
    [name, [options, isPhotograph]],
  ) => ({
    name,
    pages: Array.from({ length: ROWS }, (_, i) => {
      const random = composedRow(1, i);
      const { image } = composeRow(validation, random, options);
      return isPhotograph
        ? photograph(image, random, 1.6 * options.height)
        : image;
    }),
    times: [] as number[],
  }));
  for (let round = 0; round <= rounds; round++) {
    for (const { pages, times } of kinds) {
      for (const page of pages) {
        const start = performance.now();
        readNumber(recognizer, page);
        // The first round warms up.
        if (round > 0) times.push(performance.now() - start);
      }
    }
  }
  console.log(
    "a row of 8, ms".padEnd(34) +
      ["median", "95 %", "images"].map((title) => title.padStart(9)).join(""),
  );
  for (const { name, pages, times } of kinds) {
    const counter = counting(recognizer);
    for (const page of pages) readNumber(counter.reader, page);
    times.sort((a, b) => a - b);
    const columns = [
      median(times).toFixed(2),
      times[Math.floor(0.95 * times.length)]!.toFixed(2),
      (counter.images / pages.length).toFixed(1),
    ];
    console.log(
      name.padEnd(34) + columns.map((text) => text.padStart(9)).join(""),
    );
  }
}
