/**
 * Options of `GET /sample` as a query, and its answer.
 *
 * @module
 */

import { decodeBase64, encodeBase64 } from "../base64.ts";
import { SAMPLES } from "../contract/samples.ts";

/** Which digits to generate. */
export interface SampleOptions {
  /** Which digit, 0 to 9; random ones by default. */
  readonly digit?: number;
  /** Another digit that `digit` turns into. */
  readonly to?: number;
  /**
   * How far to go from `digit` (0) to `to` (1).
   * @default {0.5}
   */
  readonly share?: number;
  /**
   * How many, 1 to 100.
   * @default {1}
   */
  readonly count?: number;
  /** The same seed and options return the same digits; random by default. */
  readonly seed?: number;
  /**
   * How far from the average hand, 0 to 1.
   * @default {1}
   */
  readonly spread?: number;
  /** One hand for all digits, 0 to 2^32 - 1. */
  readonly style?: number;
  /**
   * The latent of all digits, as found in a {@linkcode Sample}; random by
   * default.
   */
  readonly latent?: Uint8Array<ArrayBuffer>;
  /**
   * Whether each digit comes with its latent.
   * @default {false}
   */
  readonly latents?: boolean;
  /** Pins the model by its name; another one is refused with 409. */
  readonly model?: string;
  /** Ends the request and its retries. */
  readonly signal?: AbortSignal;
}

/** How a sheet of digits, or a number, looks. */
export interface SheetOptions extends SampleOptions {
  /**
   * A number to write in one hand instead of single digits: 1 to 40 digits,
   * optionally separated by single spaces.
   */
  readonly text?: string;
  /**
   * The format.
   * @default {"png"}
   */
  readonly format?: "png" | "svg";
  /**
   * Pixels along a pixel of a digit, 1 to 16.
   * @default {1}
   */
  readonly scale?: number;
  /**
   * Digits in a row.
   * @default {10}
   */
  readonly columns?: number;
}

/** A generated digit. */
export interface Sample {
  /** Its label. */
  readonly digit: number;
  /** 784 bytes, row-major 28x28, 0 paper, 255 ink. */
  readonly pixels: Uint8Array<ArrayBuffer>;
  /** The latent that it was generated from, if `latents` is true. */
  readonly latent?: Uint8Array<ArrayBuffer>;
}

/** Generated digits. */
export interface Samples {
  /** Generates them again. */
  readonly seed: number;
  /** Name of the model. */
  readonly model: string;
  /** The digits. */
  readonly samples: readonly Sample[];
}

/** Writes options as a query; the signal and absent ones are left out. */
export function queryOf(
  { signal: _, ...options }: Readonly<Record<string, unknown>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined) continue;
    const isBytes = value instanceof Uint8Array;
    query.set(name, isBytes ? encodeBase64(value) : String(value));
  }
  return query.size > 0 ? `?${query}` : "";
}

/**
 * Reads generated digits.
 *
 * @param json What the service answered.
 * @throws {TypeError | RangeError | SyntaxError} if it is something else.
 */
export function readSamples(json: unknown): Samples {
  const { seed, model, samples } = SAMPLES.read(json, "");
  return {
    seed,
    model,
    samples: samples.map(({ digit, pixels, latent }) => ({
      digit,
      pixels: decodeBase64(pixels),
      ...(latent === undefined ? {} : { latent: decodeBase64(latent) }),
    })),
  };
}
