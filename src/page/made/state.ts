/**
 * What the panel of made digits shows, and the link that holds it.
 *
 * @module
 */

import { MAX_TEXT } from "../../contract/samples.ts";
import { CLASSES } from "../../network/numbers.ts";
import { seedFromText } from "../base/seed.ts";
import type { Link } from "../shell/link.ts";

/** What the panel shows. */
export interface MadeState {
  /** The digit to write, or null for a mixture. */
  readonly digit: number | null;
  /** 0 to 2^32 - 1; the same seed writes the same digits. */
  readonly seed: number;
  /** How far from the average hand, 0 to 1. */
  readonly spread: number;
  /** One hand for all digits, or null for one each. */
  readonly style: number | null;
  /** The place between the four hands: 0 to 1 from the left and the top. */
  readonly at: readonly [x: number, y: number];
  /** The digit that a morph ends at. */
  readonly to: number;
  /** How far the morph is, 0 to 1. */
  readonly share: number;
  /** The number to write: digits, with single spaces between them. */
  readonly number: string;
}

/** The digit that is dragged and morphed where a mixture is shown. */
const USUAL_DIGIT = 3;

/** The state of a link that says nothing, but for its seed. */
const DEFAULTS: Omit<MadeState, "seed"> = {
  digit: null,
  spread: 1,
  style: null,
  at: [0.5, 0.5],
  to: 8,
  share: 0.5,
  number: "2026",
};

/**
 * The one digit that is dragged and morphed.
 *
 * @param state What is shown.
 */
export function oneDigit({ digit }: MadeState): number {
  return digit ?? USUAL_DIGIT;
}

/**
 * Parses a link. Invalid fields are ignored.
 *
 * @param link The fields of the hash.
 * @param seed The seed to use if the link has none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { stateFromLink } from "./state.ts";
 *
 * const { digit, seed, spread } = stateFromLink({ digit: "3", spread: "2" }, 7);
 * assert.deepEqual([digit, seed, spread], [3, 7, 1]);
 * ```
 */
export function stateFromLink(link: Link, seed: number): MadeState {
  const at = (link["at"] ?? "").split(",").map(shareFromText);
  return {
    digit: digitFromText(link["digit"]) ?? DEFAULTS.digit,
    seed: seedFromText(link["seed"] ?? "") ?? seed,
    spread: shareFromText(link["spread"]) ?? DEFAULTS.spread,
    style: seedFromText(link["style"] ?? "") ?? DEFAULTS.style,
    at: at.length === 2 && at[0] !== null && at[1] !== null
      ? [at[0]!, at[1]!]
      : DEFAULTS.at,
    to: digitFromText(link["to"]) ?? DEFAULTS.to,
    share: shareFromText(link["share"]) ?? DEFAULTS.share,
    number: numberFromText(link["number"] ?? "") ?? DEFAULTS.number,
  };
}

/**
 * Writes a link; fields at their default are left out.
 *
 * @param state What is shown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { linkFromState, stateFromLink } from "./state.ts";
 *
 * const link = linkFromState(stateFromLink({ seed: "42", style: "7" }, 0));
 * assert.deepEqual(link, { seed: "42", style: "7" });
 * ```
 */
export function linkFromState(state: MadeState): Link {
  const link: Record<string, string> = {};
  if (state.digit !== null) link["digit"] = String(state.digit);
  link["seed"] = String(state.seed);
  if (state.spread !== DEFAULTS.spread) link["spread"] = String(state.spread);
  if (state.style !== null) link["style"] = String(state.style);
  const [x, y] = state.at;
  if (x !== DEFAULTS.at[0] || y !== DEFAULTS.at[1]) link["at"] = `${x},${y}`;
  if (state.to !== DEFAULTS.to) link["to"] = String(state.to);
  if (state.share !== DEFAULTS.share) link["share"] = String(state.share);
  if (state.number !== DEFAULTS.number) link["number"] = state.number;
  return link;
}

/**
 * Parses a typed number. Signs that dates and telephone numbers have between
 * digits become gaps, since the generator writes digits alone.
 *
 * @param text The content of the field.
 * @returns Digits, with single spaces between them; null if there is no digit,
 *   more than {@linkcode MAX_TEXT} of them, or anything else.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { numberFromText } from "./state.ts";
 *
 * assert.equal(numberFromText(" +49 (30) 123-45 "), "49 30 123 45");
 * assert.equal(numberFromText("29.11.2026"), "29 11 2026");
 * assert.equal(numberFromText("12a"), null);
 * ```
 */
export function numberFromText(text: string): string | null {
  if (!/^[\d\s+\-./:,()']*$/.test(text)) return null;
  const number = text.replace(/\D+/g, " ").trim();
  const count = number.replaceAll(" ", "").length;
  return count >= 1 && count <= MAX_TEXT ? number : null;
}

/** Rounds to what a link holds: hundredths. */
export function hundredths(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
}

function digitFromText(text: string | undefined): number | null {
  return text !== undefined && /^\d$/.test(text) && Number(text) < CLASSES
    ? Number(text)
    : null;
}

function shareFromText(text: string | undefined): number | null {
  return text !== undefined && /^[01]?(\.\d{1,6})?$/.test(text) &&
      text !== "" && Number(text) <= 1
    ? hundredths(Number(text))
    : null;
}
