/**
 * Prints the test digits that the shipped recognizer reads wrong, for the page
 * to draw and ask about.
 *
 * Run by `deno task generate`.
 *
 * @module
 */

import { encodeBase64 } from "../../src/base64.ts";
import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { loadMnist } from "../data/mnist.ts";
import { recognizerFrom } from "../network/int8_engine.ts";

const MODEL = new URL("../../models/recognizer.safetensors", import.meta.url);

/** Images read at a time. */
const BATCH = 64;

if (import.meta.main) {
  const recognizer = await recognizerFrom(await Deno.readFile(MODEL));
  const { test: { images, labels, count } } = await loadMnist();
  const digits: unknown[] = [];
  for (let start = 0; start < count; start += BATCH) {
    const end = Math.min(count, start + BATCH);
    const batch = images.subarray(start * IMAGE_PIXELS, end * IMAGE_PIXELS);
    recognizer.recognize(batch).forEach(({ digit, confidence }, i) => {
      const index = start + i;
      const label = labels[index];
      if (digit === label) return;
      const pixels = images.subarray(
        index * IMAGE_PIXELS,
        (index + 1) * IMAGE_PIXELS,
      );
      digits.push({
        index,
        label,
        read: digit,
        confidence: Number(confidence.toFixed(3)),
        pixels: encodeBase64(pixels),
      });
    });
  }
  console.log(
    JSON.stringify({ model: recognizer.info.name, tested: count, digits }),
  );
}
