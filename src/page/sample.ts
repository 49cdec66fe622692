/**
 * The sheet of generated digits: what to ask `GET /sample` for, how its answer is read, and the link that shares it.
 *
 * It is NOT the view of it (sheet_view.ts).
 *
 * @module
 */

import { CLASSES, IMAGE_PIXELS } from "../network/numbers.ts";
import {
  asArray,
  asNumber,
  asObject,
  asString,
  bytesFromBase64,
} from "./json.ts";
import { type Fetch, requestJson } from "./request.ts";

/** The largest seed that the server takes. */
export const MAX_SEED = 2 ** 32 - 1;

/** Digits on the sheet: rows of 10, 8 or 5 come out even. */
export const SHEET_COUNT = 40;

/** Which digits to write. */
export interface SheetChoice {
  /** The digit to write, or null for a mixture. */
  readonly digit: number | null;
  /** The same seed writes the same digits, 0 to {@linkcode MAX_SEED}. */
  readonly seed: number;
}

/** A generated digit. */
export interface Sample {
  /** What it is meant to be, 0 to 9. */
  readonly digit: number;
  /** 784 bytes, row-major 28x28, 0 paper, 255 ink. */
  readonly pixels: Uint8Array;
}

/** A sheet as the server wrote it. */
export interface Sheet {
  /** The name of the model that wrote it. */
  readonly model: string;
  /** The digits, in the order of the sheet. */
  readonly samples: readonly Sample[];
}

/**
 * The address of a sheet.
 *
 * @param choice Which digits.
 * @param format `json` for the page, `png` to keep.
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
 * Asks the server for a sheet.
 *
 * @param fetch Sends the request.
 * @param choice Which digits.
 * @param signal Aborts the request.
 * @returns The sheet.
 * @throws {RequestError} If the server brings none.
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
 * Reads the JSON of a sheet, believing nothing.
 *
 * @param value What was parsed.
 * @returns The sheet.
 * @throws {TypeError} If a field is missing or of the wrong type.
 * @throws {RangeError} If a digit is not 0 to 9 or a picture has not 784 bytes.
 * @throws {SyntaxError} If a picture is not base64.
 */
export function sheetFromJson(value: unknown): Sheet {
  const json = asObject(value, "the sheet");
  const samples = asArray(json.samples, "samples").map((item, index) => {
    const name = `samples[${index}]`;
    const sample = asObject(item, name);
    const pixels = bytesFromBase64(
      asString(sample.pixels, `${name}.pixels`),
      `${name}.pixels`,
    );
    if (pixels.length !== IMAGE_PIXELS) {
      throw new RangeError(
        `${name}.pixels has ${pixels.length} bytes, expected ${IMAGE_PIXELS}`,
      );
    }
    return {
      digit: asNumber(sample.digit, `${name}.digit`, 0, CLASSES - 1),
      pixels,
    };
  });
  return { model: asString(json.model, "model"), samples };
}

/**
 * Reads a seed that somebody typed.
 *
 * @param text What is in the field.
 * @returns The seed, or null if the text is no whole number from 0 to {@linkcode MAX_SEED}.
 */
export function seedFromText(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,10}$/.test(trimmed) && Number(trimmed) <= MAX_SEED
    ? Number(trimmed)
    : null;
}

/**
 * Draws a seed short enough to be read out over the telephone.
 *
 * @returns A whole number from 0 to 999,999.
 */
export function randomSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % 1_000_000;
}

/**
 * Puts a choice into the part of the address after `#`, which is shared with a link and never sent to the server.
 *
 * @param choice Which digits.
 * @returns Such as `#digit=3&seed=42`.
 */
export function hashFromChoice(choice: SheetChoice): string {
  return choice.digit === null
    ? `#seed=${choice.seed}`
    : `#digit=${choice.digit}&seed=${choice.seed}`;
}

/**
 * Reads a choice from the part of the address after `#`.
 *
 * @param hash With or without the `#`; what makes no sense in it is ignored.
 * @param fallbackSeed The seed if it names none.
 * @returns Which digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { choiceFromHash } from "./sample.ts";
 *
 * assert.deepEqual(choiceFromHash("#digit=3&seed=42", 7), { digit: 3, seed: 42 });
 * assert.deepEqual(choiceFromHash("#digit=ten", 7), { digit: null, seed: 7 });
 * ```
 */
export function choiceFromHash(
  hash: string,
  fallbackSeed: number,
): SheetChoice {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const digit = fields.get("digit") ?? "";
  return {
    digit: /^\d$/.test(digit) ? Number(digit) : null,
    seed: seedFromText(fields.get("seed") ?? "") ?? fallbackSeed,
  };
}
