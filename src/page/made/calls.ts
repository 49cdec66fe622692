/**
 * The calls of `GET /sample` that answer with what the page shows, in the
 * languages that people copy from.
 *
 * @module
 */

import { encodeBase64 } from "../../base64.ts";
import { type MadeState, oneDigit } from "./state.ts";

/** Digits on the wall: divisible into rows of 10, 8 or 5. */
export const WALL_COUNT = 40;

/** What a call answers with. */
export type Format = "png" | "svg";

/** A language to call in. */
export type Language = "curl" | "fetch" | "swift";

/** The languages, in the order of their buttons. */
export const LANGUAGES: readonly Language[] = ["curl", "fetch", "swift"];

/** Pixels along a digit's pixel, in files and calls. */
export const SCALES = { wall: 3, hand: 8, number: 4 } as const;

/**
 * The URL of the wall.
 *
 * @param state What is shown.
 * @param columns Digits in a row.
 * @param format The format of the picture.
 * @param model The generator's name, or null if the page does not know it.
 * @returns A path with a query.
 */
export function wallUrl(
  { digit, seed, spread, style }: MadeState,
  columns: number,
  format: Format,
  model: string | null,
): string {
  return url({
    digit,
    count: WALL_COUNT,
    seed,
    spread,
    style,
    format,
    scale: SCALES.wall,
    columns,
    model,
  });
}

/**
 * The URL of the digit in the hand that the finger is at.
 *
 * @param state What is shown.
 * @param latent The hand.
 * @param format The format of the picture.
 * @param model The generator's name, or null if the page does not know it.
 * @returns A path with a query.
 */
export function handUrl(
  state: MadeState,
  latent: Uint8Array,
  format: Format,
  model: string | null,
): string {
  return urlInHand(state, latent, format, model, {});
}

/**
 * The URL of a frame of the morph, in the hand that the finger is at.
 *
 * @param state What is shown.
 * @param latent The hand.
 * @param format The format of the picture.
 * @param model The generator's name, or null if the page does not know it.
 * @returns A path with a query.
 */
export function morphUrl(
  state: MadeState,
  latent: Uint8Array,
  format: Format,
  model: string | null,
): string {
  const { to, share } = state;
  return urlInHand(state, latent, format, model, { to, share });
}

function urlInHand(
  state: MadeState,
  latent: Uint8Array,
  format: Format,
  model: string | null,
  way: { readonly to?: number; readonly share?: number },
): string {
  return url({
    digit: oneDigit(state),
    ...way,
    seed: state.seed,
    latent: encodeBase64(latent),
    format,
    scale: SCALES.hand,
    model,
  });
}

/**
 * The URL of the written number.
 *
 * @param state What is shown.
 * @param format The format of the picture.
 * @param model The generator's name, or null if the page does not know it.
 * @returns A path with a query.
 */
export function numberUrl(
  { number, seed, spread, style }: MadeState,
  format: Format,
  model: string | null,
): string {
  return url({
    text: number,
    seed,
    spread,
    style,
    format,
    scale: SCALES.number,
    model,
  });
}

/**
 * Writes a call.
 *
 * @param language The language.
 * @param url The absolute URL of a picture.
 * @param file The name of the file that curl writes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { callText } from "./calls.ts";
 *
 * assert.equal(
 *   callText("curl", "https://example.com/sample?seed=1", "digits.png"),
 *   "curl -o digits.png 'https://example.com/sample?seed=1'",
 * );
 * ```
 */
export function callText(
  language: Language,
  url: string,
  file: string,
): string {
  switch (language) {
    case "curl":
      return `curl -o ${file} '${url}'`;
    case "fetch":
      return `const response = await fetch(
  "${url}",
);
const picture = await response.blob();`;
    case "swift":
      return `let url = URL(string: "${url}")!
let (data, _) = try await URLSession.shared.data(from: url)
let picture = UIImage(data: data)`;
  }
}

function url(
  parameters: Readonly<Record<string, string | number | null>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    // The service's default, which a short URL leaves out.
    const isDefault = name === "spread" && value === 1;
    if (value !== null && !isDefault) query.set(name, String(value));
  }
  return `/sample?${query}`;
}
