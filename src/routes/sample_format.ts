/**
 * Generated digits in the formats that `GET /sample` answers with.
 *
 * @module
 */

import { encodeBase64 } from "../base64.ts";
import { IMAGE_PIXELS } from "../network/numbers.ts";

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
}

/**
 * Encodes samples; encoders of pictures are loaded when first needed.
 *
 * @param samples Digits, at least one.
 * @param format The format.
 * @param sheet For png and svg: pixels of the sheet along a digit's pixel, and
 * digits in a row.
 * @returns The body of the answer, the same for the same samples.
 */
export async function encodeSamples(
  samples: Samples,
  format: SampleFormat,
  { scale, columns }: { readonly scale: number; readonly columns: number },
): Promise<string | Uint8Array<ArrayBuffer>> {
  const { model, seed, digits, pixels } = samples;
  switch (format) {
    case "json":
      return JSON.stringify({
        seed,
        model,
        samples: digits.map((digit, index) => ({
          digit,
          pixels: encodeBase64(
            pixels.subarray(index * IMAGE_PIXELS, (index + 1) * IMAGE_PIXELS),
          ),
        })),
      });
    case "raw":
      return new Uint8Array(pixels);
    case "png": {
      const [{ layOutSheet }, { encodePng }] = await Promise.all([
        import("../image/sheet.ts"),
        import("../image/png/encode.ts"),
      ]);
      return encodePng(layOutSheet(pixels, columns, scale));
    }
    case "svg": {
      const [{ layOutSheet }, { encodeSvg }] = await Promise.all([
        import("../image/sheet.ts"),
        import("../image/svg.ts"),
      ]);
      return encodeSvg(layOutSheet(pixels, columns, 1), scale);
    }
  }
}
