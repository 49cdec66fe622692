/**
 * Measures the image path: decoding and normalizing pictures of several kinds,
 * and decoding them with a general library.
 *
 * `deno run -A bench/image.ts [rounds]`. All alternate in every round; figures
 * are medians.
 *
 * @module
 */

import { decode as decodeByFastPng } from "fast-png";
import jpeg from "jpeg-js";
import { createPictureDecoder } from "../src/image/decode.ts";
import type { GreyImage } from "../src/image/grey.ts";
import { normalize } from "../src/image/normalize/normalize.ts";
import { encodePng } from "../src/image/png/encode.ts";
import { canvasPng, drawBow } from "./service/drawing.ts";
import { median } from "./service/median.ts";
import { countArgument } from "./count_argument.ts";

/** A ring on paper with a gradient of light from corner to corner. */
function ring(side: number, pen: number, light: number): GreyImage {
  const pixels = new Uint8Array(side * side);
  for (let i = 0; i < pixels.length; i++) {
    const x = i % side;
    const y = (i - x) / side;
    const away = Math.hypot(x - side / 2, y - side / 2) - side / 3;
    const paper = 250 - light * (x + y) / (2 * side);
    pixels[i] = Math.abs(away) < pen / 2 ? 0.3 * paper : paper;
  }
  return { width: side, height: side, pixels };
}

/** A picture, a third of which lies in a shadow with a hard edge. */
function shadowed({ width, height, pixels }: GreyImage): GreyImage {
  const isDark = (i: number) => i % width + i / (5 * width) > 0.6 * width;
  return {
    width,
    height,
    pixels: pixels.map((level, i) => isDark(i) ? 0.5 * level : level),
  };
}

/** A grey picture as JPEG. */
function encodeJpeg({ width, height, pixels }: GreyImage): Uint8Array {
  const data = new Uint8Array(4 * pixels.length);
  pixels.forEach((grey, i) => data.fill(grey, 4 * i, 4 * i + 3));
  return new Uint8Array(jpeg.encode({ width, height, data }, 85).data);
}

const FILES: Readonly<Record<string, Uint8Array>> = {
  "drawing, canvas PNG 280x280": canvasPng(drawBow()),
  "uneven light, grey PNG 280x280": encodePng(ring(280, 12, 120)),
  "with a shadow, grey PNG 280x280": encodePng(shadowed(ring(280, 12, 40))),
  "hairline, grey PNG 500x500": encodePng(ring(500, 2, 0)),
  "photograph, JPEG 1600x1600": encodeJpeg(ring(1600, 60, 120)),
  "photograph, grey PNG 4096x4096": encodePng(ring(4096, 150, 120)),
};

/** Milliseconds of each kind of work. */
interface Times {
  readonly decode: number[];
  readonly normalize: number[];
  readonly fastPng: number[];
}

async function timed(times: number[], work: () => unknown): Promise<void> {
  const start = performance.now();
  await work();
  times.push(performance.now() - start);
}

/** Decodes and normalizes a file for about 200 ms, at least once. */
async function measure(file: Uint8Array, times: Times): Promise<void> {
  const decode = createPictureDecoder();
  const picture = await decode(file);
  const isPng = file[0] === 0x89;
  const end = performance.now() + 200;
  do {
    await timed(times.decode, () => decode(file));
    await timed(times.normalize, () => normalize(picture));
    if (isPng) await timed(times.fastPng, () => decodeByFastPng(file));
  } while (performance.now() < end);
}

if (import.meta.main) {
  const rounds = countArgument("rounds", Deno.args[0], 5);
  const all = new Map<string, Times>();
  for (let round = 0; round <= rounds; round++) {
    for (const [name, file] of Object.entries(FILES)) {
      const times = { decode: [], normalize: [], fastPng: [] };
      await measure(file, times);
      const before = all.get(name);
      // The first round warms up.
      if (round === 1 || before === undefined) all.set(name, times);
      else if (round > 1) {
        before.decode.push(...times.decode);
        before.normalize.push(...times.normalize);
        before.fastPng.push(...times.fastPng);
      }
    }
  }
  console.log(
    "ms".padEnd(34) + ["decode", "normalize", "fast-png"]
      .map((title) => title.padStart(11)).join(""),
  );
  for (const [name, { decode, normalize, fastPng }] of all) {
    const columns = [decode, normalize, fastPng].map((times) =>
      (times.length === 0 ? "" : median(times).toFixed(2)).padStart(11)
    );
    console.log(name.padEnd(34) + columns.join(""));
  }
}
