/**
 * The codes that a generator's network takes: a latent, then the digit's label.
 *
 * Clients receive and send latents as codes: one byte per component, 0 to 127.
 * Codes are linear in the latent, so interpolating codes interpolates latents.
 *
 * @module
 */

import { clamp, CODE_MAX, roundHalfEven } from "./network/arithmetic.ts";
import { LABEL_STRENGTH } from "./network/latent.ts";
import { CLASSES } from "./network/numbers.ts";
import type { InputQuantization } from "./network/quantized.ts";
import { servedLatent, styleLatent } from "./network/streams.ts";

/**
 * A digit to draw, 0 to 9, or a point between two digits: `share` is 0 at the
 * first and 1 at the second.
 */
export type Label = number | {
  readonly from: number;
  readonly to: number;
  readonly share: number;
};

/** How latents are drawn. */
export interface LatentDraw {
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** How far from the mean the latent is drawn, 0 to 1. */
  readonly spread: number;
  /** One hand for all images, 0 to 2^32 - 1, or undefined. */
  readonly style: number | undefined;
}

/**
 * When images share a style, a latent is a mixture of the image's own draw and
 * the style's. Their weights' squares add up to 1, so the latent keeps the
 * variance that the network was trained on.
 */
const OWN_SHARE = 0.28;
const STYLE_SHARE = 0.96;

/**
 * Writes the latent of the image at a place of a request.
 *
 * @param codes The buffer to fill: its length is the latent's.
 * @param place The image's place, from 0.
 * @param draw How the latent is drawn.
 * @param input The network's input quantization.
 */
export function writeLatent(
  codes: Uint8Array,
  place: number,
  { seed, spread, style }: LatentDraw,
  input: InputQuantization,
): void {
  const own = servedLatent(seed, place);
  const shared = style === undefined ? undefined : styleLatent(style);
  for (let i = 0; i < codes.length; i++) {
    // Single precision, as in training.
    let value = Math.fround(own.normal() * spread);
    if (shared !== undefined) {
      value = OWN_SHARE * value + STYLE_SHARE * shared.normal() * spread;
    }
    codes[i] = toCode(Math.fround(value), input);
  }
}

/**
 * Writes a label.
 *
 * @param codes The buffer to fill, one code per digit.
 * @param label The label.
 * @param input The network's input quantization.
 */
export function writeLabel(
  codes: Uint8Array,
  label: Label,
  input: InputQuantization,
): void {
  codes.fill(toCode(0, input));
  if (typeof label === "number") {
    codes[label] = toCode(LABEL_STRENGTH, input);
    return;
  }
  const { from, to, share } = label;
  codes[from] = toCode(LABEL_STRENGTH * (1 - share), input);
  codes[to] = toCode(LABEL_STRENGTH * (from === to ? 1 : share), input);
}

/**
 * Checks labels.
 *
 * @throws {RangeError} if a digit is not 0 to 9 or a share not 0 to 1.
 */
export function requireLabels(labels: readonly Label[]): void {
  for (const label of labels) {
    if (typeof label === "number") requireDigit(label);
    else {
      requireDigit(label.from);
      requireDigit(label.to);
      requireShare("share", label.share);
    }
  }
}

/**
 * Checks how latents are to be drawn.
 *
 * @throws {RangeError} if a value is out of range.
 */
export function requireDraw({ seed, spread, style }: LatentDraw): void {
  requireSeed("seed", seed);
  if (style !== undefined) requireSeed("style", style);
  requireShare("spread", spread);
}

/**
 * Checks latents in codes.
 *
 * @param latents One latent after another.
 * @param size Components of a latent.
 * @param count How many latents are expected.
 * @throws {RangeError} if there are more or fewer bytes, or one is over 127.
 */
export function requireLatents(
  latents: Uint8Array,
  size: number,
  count: number,
): void {
  if (latents.length !== size * count) {
    throw new RangeError(
      `has ${latents.length} bytes, expected ${size * count}`,
    );
  }
  const wrong = latents.findIndex((code) => code > CODE_MAX);
  if (wrong < 0) return;
  throw new RangeError(
    `has ${latents[wrong]} at byte ${wrong}, expected 0 to ${CODE_MAX}`,
  );
}

function toCode(value: number, { scale, zeroPoint }: InputQuantization) {
  return clamp(roundHalfEven(value / scale) + zeroPoint, 0, CODE_MAX);
}

function requireDigit(digit: number): void {
  if (Number.isInteger(digit) && digit >= 0 && digit < CLASSES) return;
  throw new RangeError(`digit is ${digit}, expected 0 to ${CLASSES - 1}`);
}

function requireShare(name: string, share: number): void {
  if (share >= 0 && share <= 1) return;
  throw new RangeError(`${name} is ${share}, expected 0 to 1`);
}

function requireSeed(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return;
  throw new RangeError(`${name} is ${value}, expected 0 to ${2 ** 32 - 1}`);
}
