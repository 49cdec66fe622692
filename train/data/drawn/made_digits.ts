/**
 * Digits drawn by program, as datasets: from stroke templates, and from handwriting fonts.
 *
 * @module
 */

import { CLASSES } from "../../../src/network/numbers.ts";
import { drawnHand, fontHand } from "../../../src/network/streams.ts";
import type { Dataset } from "../dataset.ts";
import type { OutlineFigure } from "../figures/figure.ts";
import { figureImage } from "../figures/figure_image.ts";
import { type FontSource, TRAINING_FONTS } from "../fonts/fonts.ts";
import { loadGlyphs } from "../fonts/glyphs.ts";
import { makeDataset } from "../join.ts";
import { digitStrokes } from "./drawn_digit.ts";

/**
 * How much less steady the hands are by which models are chosen than those in
 * training. A recognizer that reads nearly all of training's hands makes about
 * as many errors on these as on strangers' digits, so a confidence fitted to
 * them holds for strangers too.
 */
export const HASTE = 1.75;

/** Who draws, and until when. */
export interface DrawnOptions {
  /** How much less steady the hands are than training's; 1 by default. */
  readonly haste?: number;
  /** Stops when aborted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Draws digits from stroke templates, equally many of each, sent as strokes or
 * as pictures. The renderer must be loaded.
 *
 * @param count How many.
 * @param seed Names the hands.
 * @throws The signal's reason, if it is aborted.
 */
export function makeDrawn(
  count: number,
  seed: number,
  { haste = 1, signal }: DrawnOptions = {},
): Promise<Dataset> {
  return makeDataset(count, (i) => i % CLASSES, (i) => {
    const random = drawnHand(seed, i);
    const strokes = digitStrokes(i % CLASSES, random, haste);
    return figureImage({ kind: "strokes", strokes }, random);
  }, signal);
}

/** Where the digits come from, and until when. */
export interface FontOptions {
  /** To choose from, at random; training's by default. */
  readonly fonts?: readonly FontSource[];
  /** Stops when aborted. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * "Photographs" digits of handwriting fonts, equally many of each. The renderer
 * must be loaded.
 *
 * @param count How many.
 * @param seed Names the fonts and the pens.
 * @throws The signal's reason, if it is aborted.
 */
export async function makeFontDigits(
  count: number,
  seed: number,
  { fonts = TRAINING_FONTS, signal }: FontOptions = {},
): Promise<Dataset> {
  const digits: OutlineFigure[][] = Array.from({ length: CLASSES }, () => []);
  if (count > 0) {
    for (const font of fonts) {
      for (const [character, figure] of await loadGlyphs(font, "0123456789")) {
        digits[Number(character)]!.push(figure);
      }
    }
  }
  return makeDataset(count, (i) => i % CLASSES, (i) => {
    const random = fontHand(seed, i);
    const figures = digits[i % CLASSES]!;
    return figureImage(figures[random.below(figures.length)]!, random);
  }, signal);
}
