/**
 * Generated digits in the formats that `GET /sample` answers with.
 *
 * @module
 */

import { encodeBase64 } from "../base64.ts";
import { enlarge } from "../image/enlarge.ts";
import type { GreyImage } from "../image/grey.ts";
import { layOutSheet } from "../image/sheet.ts";
import { encodeSvg } from "../image/svg.ts";
import { spacesBefore, writeNumber } from "../written_number.ts";

/** The media type of each format, the preferred first. */
export const FORMATS = {
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  raw: "application/octet-stream",
} as const;

/** A format of samples. */
export type SampleFormat = keyof typeof FORMATS;

/** Generated digits. */
export interface Samples {
  /** The model that generated them. */
  readonly model: string;
  /** Their seed. */
  readonly seed: number;
  /** Their labels. */
  readonly digits: readonly number[];
  /** `n * 784` bytes, 0 paper, 255 ink. */
  readonly pixels: Uint8Array;
  /** Their latents, concatenated, if they were asked for. */
  readonly latents?: Uint8Array;
}

/** Generated digits to write as a number. */
export interface WrittenNumber {
  /** `n * 784` bytes, 0 paper, 255 ink. */
  readonly pixels: Uint8Array;
  /** The number: n digits, and spaces between them. */
  readonly text: string;
  /** Decides gaps and baseline. */
  readonly seed: number;
}

/**
 * Encodes samples; the encoder of PNG is loaded when it is first needed.
 *
 * @param samples Digits, at least one.
 * @param format The format.
 * @param sheet For png and svg: pixels of the sheet along a digit's pixel, and
 * digits in a row.
 * @returns The body of the answer; equal samples give equal bytes.
 */
export async function encodeSamples(
  samples: Samples,
  format: SampleFormat,
  { scale, columns }: { readonly scale: number; readonly columns: number },
): Promise<string | Uint8Array<ArrayBuffer>> {
  const { model, seed, digits, pixels, latents } = samples;
  switch (format) {
    case "json":
      return JSON.stringify({
        seed,
        model,
        samples: digits.map((digit, index) => ({
          digit,
          pixels: encodeBase64(partOf(pixels, index, digits.length)),
          ...(latents === undefined ? {} : {
            latent: encodeBase64(partOf(latents, index, digits.length)),
          }),
        })),
      });
    case "raw":
      return new Uint8Array(pixels);
    case "png":
    case "svg":
      return await encodePicture(layOutSheet(pixels, columns), format, scale);
  }
}

/**
 * Encodes digits as one picture of a number.
 *
 * @param number The number and its digits.
 * @param format The format.
 * @param scale Pixels of the picture along a digit's pixel.
 * @returns The body of the answer; equal numbers give equal bytes.
 */
export async function encodeNumber(
  { pixels, text, seed }: WrittenNumber,
  format: "png" | "svg",
  scale: number,
): Promise<string | Uint8Array<ArrayBuffer>> {
  const picture = writeNumber(pixels, spacesBefore(text), seed);
  return await encodePicture(picture, format, scale);
}

async function encodePicture(
  picture: GreyImage,
  format: "png" | "svg",
  scale: number,
): Promise<string | Uint8Array<ArrayBuffer>> {
  if (format === "svg") return encodeSvg(picture, scale);
  const { encodePng } = await import("../image/png/encode.ts");
  return encodePng(enlarge(picture, scale));
}

/** One of several equal parts of a byte array. */
function partOf(bytes: Uint8Array, index: number, parts: number): Uint8Array {
  const size = bytes.length / parts;
  return bytes.subarray(index * size, (index + 1) * size);
}
