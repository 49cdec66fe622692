/**
 * The sheet of generated digits: the URL for `GET /sample`, the parser of its
 * answer, and the link that shares it.
 *
 * sheet_view.ts is its view.
 *
 * @module
 */

import { decodeBase64 } from "../../base64.ts";
import { MAX_SEED, SAMPLES } from "../../contract/samples.ts";
import { JsonRangeError } from "../../json/error.ts";
import { IMAGE_PIXELS } from "../../network/numbers.ts";
import { type Fetch, requestJson } from "../base/request.ts";
import type { Link } from "../shell/link.ts";

export { MAX_SEED };

/** Digits per sheet: divisible into rows of 10, 8 or 5. */
export const SHEET_COUNT = 40;

/** Which digits to generate. */
export interface SheetChoice {
  /** The digit to generate, or null for a mixture. */
  readonly digit: number | null;
  /**
   * Seed, 0 to {@linkcode MAX_SEED}; the same seed generates the same digits.
   */
  readonly seed: number;
}

/** A generated digit. */
export interface Sample {
  /** Its label, 0 to 9. */
  readonly digit: number;
  /** 784 bytes, row-major 28x28, 0 paper, 255 ink. */
  readonly pixels: Uint8Array;
}

/** A sheet from the server. */
export interface Sheet {
  /** The name of the model that generated it. */
  readonly model: string;
  /** The digits, in order. */
  readonly samples: readonly Sample[];
}

/**
 * The URL of a sheet.
 *
 * @param choice Which digits.
 * @param format `json` for the page, `png` to save.
 * @returns A path with a query.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { sampleUrl } from "./sample.ts";
 *
 * assert.equal(sampleUrl({ digit: 3, seed: 42 }, "json"), "/sample?digit=3&count=40&seed=42&format=json");
 * ```
 */
export function sampleUrl(choice: SheetChoice, format: "json" | "png"): string {
  const digit = choice.digit === null ? "" : `digit=${choice.digit}&`;
  const size = format === "png" ? "&scale=3&columns=8" : "";
  return `/sample?${digit}count=${SHEET_COUNT}&seed=${choice.seed}&format=${format}${size}`;
}

/**
 * Requests a sheet from the server.
 *
 * @param fetch Sends the request.
 * @param choice Which digits.
 * @param signal Aborts the request.
 * @returns The sheet.
 * @throws {RequestError} If the server returns none.
 */
export function requestSheet(
  fetch: Fetch,
  choice: SheetChoice,
  signal: AbortSignal,
): Promise<Sheet> {
  return requestJson(fetch, sampleUrl(choice, "json"), {
    headers: { accept: "application/json" },
    signal,
  }, sheetFromJson);
}

/**
 * Parses and checks the JSON of a sheet.
 *
 * @param value The parsed JSON.
 * @returns The sheet.
 * @throws {JsonTypeError} If a field is missing or of the wrong type.
 * @throws {RangeError} If a digit is not 0 to 9 or a picture has not 784 bytes.
 * @throws {SyntaxError} If a picture is not base64.
 */
export function sheetFromJson(value: unknown): Sheet {
  const { model, samples } = SAMPLES.read(value, "");
  return {
    model,
    samples: samples.map(({ digit, pixels }, index) => {
      const bytes = decodeBase64(pixels);
      if (bytes.length === IMAGE_PIXELS) return { digit, pixels: bytes };
      throw new JsonRangeError(
        `/samples/${index}/pixels`,
        `has ${bytes.length} bytes, expected ${IMAGE_PIXELS}`,
      );
    }),
  };
}

/**
 * Parses a typed seed.
 *
 * @param text The content of the field.
 * @returns The seed, or null if the text is not an integer from 0 to {@linkcode
 *   MAX_SEED}.
 */
export function seedFromText(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,10}$/.test(trimmed) && Number(trimmed) <= MAX_SEED
    ? Number(trimmed)
    : null;
}

/**
 * Draws a seed that is short enough to dictate.
 *
 * @returns An integer from 0 to 999,999.
 */
export function randomSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000;
}

/**
 * The link that holds a choice.
 *
 * @param choice Which digits.
 * @returns For example the fields of `#seed=42&digit=3`.
 */
export function linkFromChoice({ digit, seed }: SheetChoice): Link {
  const fields = { seed: String(seed) };
  return digit === null ? fields : { ...fields, digit: String(digit) };
}

/**
 * The choice that a link holds.
 *
 * @param link The fields of the hash; invalid ones are ignored.
 * @param otherwise The choice where the link has no seed.
 * @returns Which digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { choiceFromLink } from "./sample.ts";
 *
 * const now = { digit: 5, seed: 7 };
 * assert.deepEqual(choiceFromLink({ digit: "3", seed: "42" }, now), { digit: 3, seed: 42 });
 * assert.deepEqual(choiceFromLink({ seed: "42" }, now), { digit: null, seed: 42 });
 * assert.deepEqual(choiceFromLink({}, now), now);
 * ```
 */
export function choiceFromLink(
  link: Link,
  otherwise: SheetChoice,
): SheetChoice {
  const seed = seedFromText(link.seed ?? "");
  const digit = /^\d$/.test(link.digit ?? "") ? Number(link.digit) : null;
  if (seed !== null) return { digit, seed };
  return digit === null ? otherwise : { ...otherwise, digit };
}
