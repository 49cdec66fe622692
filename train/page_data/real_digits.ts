/**
 * Prints a sheet of real digits as PNG, for the page's quiz: MNIST test images,
 * one row of eight per digit, drawn with a fixed seed.
 *
 * Run by `deno task generate`.
 *
 * @module
 */

import { encodePng } from "../../src/image/png/encode.ts";
import { layOutSheet } from "../../src/image/sheet.ts";
import { CLASSES, IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { quizDigits } from "../../src/network/streams.ts";
import { loadMnist } from "../data/mnist.ts";

/** Digits of each label. */
const EACH = 8;

/** Seed of the choice. */
const SEED = 17;

if (import.meta.main) {
  const { test: { images, labels, count } } = await loadMnist();
  const order = Array.from({ length: count }, (_, i) => i);
  quizDigits(SEED).shuffle(order);
  const sheet = new Uint8Array(CLASSES * EACH * IMAGE_PIXELS);
  for (let digit = 0; digit < CLASSES; digit++) {
    order.filter((index) => labels[index] === digit).slice(0, EACH)
      .forEach((index, place) => {
        const image = images.subarray(
          index * IMAGE_PIXELS,
          (index + 1) * IMAGE_PIXELS,
        );
        sheet.set(image, (digit * EACH + place) * IMAGE_PIXELS);
      });
  }
  const png = encodePng(layOutSheet(sheet, EACH));
  await ReadableStream.from([png]).pipeTo(Deno.stdout.writable);
}
