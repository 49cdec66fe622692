/**
 * The sources of negatives, loaded once.
 *
 * @module
 */

import type { Dataset } from "../dataset.ts";
import type { OutlineFigure } from "../figures/figure.ts";
import { loadRenderer } from "../figures/render.ts";
import {
  CYRILLIC_FONTS,
  type FontSource,
  HELD_OUT_FONTS,
  PRINT_FONTS,
  SCRIPT_FONTS,
  TRAINING_FONTS,
} from "../fonts/fonts.ts";
import { loadGlyphs } from "../fonts/glyphs.ts";
import {
  CYRILLIC_LETTERS,
  DIGIT_LIKE_LETTERS,
  PLAIN_LETTERS,
  PLAIN_SIGNS,
  SCRIPT_LETTERS,
} from "./letters.ts";

/** Where negatives come from. */
export interface NegativeSources {
  /** Digits for pictures of several digits. */
  readonly digits: Dataset;
  /** Letters of fonts that are trained on. */
  readonly letters: readonly OutlineFigure[];
  /** Signs of the same fonts. */
  readonly signs: readonly OutlineFigure[];
  /** Letters of other scripts that are trained on, by script. */
  readonly otherScripts: readonly (readonly OutlineFigure[])[];
  /** The same letters of fonts that are not trained on. */
  readonly heldOutLetters: readonly OutlineFigure[];
  /** Letters that look like digits; nothing is trained on them. */
  readonly digitLikeLetters: readonly OutlineFigure[];
  /** Cyrillic letters; nothing is trained on them. */
  readonly cyrillicLetters: readonly OutlineFigure[];
  /** Letters of a typeface; nothing is trained on them. */
  readonly printedLetters: readonly OutlineFigure[];
}

/**
 * Loads the fonts and the renderer.
 *
 * @param digits Digits for pictures of several digits.
 */
export async function loadNegativeSources(
  digits: Dataset,
): Promise<NegativeSources> {
  const [
    letters,
    signs,
    otherScripts,
    heldOutLetters,
    digitLikeLetters,
    cyrillicLetters,
    printedLetters,
  ] = await Promise.all([
    figuresOf(TRAINING_FONTS, PLAIN_LETTERS),
    figuresOf(TRAINING_FONTS, PLAIN_SIGNS),
    scriptFigures(),
    figuresOf(HELD_OUT_FONTS, PLAIN_LETTERS),
    figuresOf(HELD_OUT_FONTS, DIGIT_LIKE_LETTERS),
    figuresOf(CYRILLIC_FONTS, CYRILLIC_LETTERS),
    figuresOf(PRINT_FONTS, PLAIN_LETTERS),
    loadRenderer(),
  ]);
  return {
    digits,
    letters,
    signs,
    otherScripts,
    heldOutLetters,
    digitLikeLetters,
    cyrillicLetters,
    printedLetters,
  };
}

async function figuresOf(
  fonts: readonly FontSource[],
  characters: string,
): Promise<OutlineFigure[]> {
  const loaded = await Promise.all(
    fonts.map((font) => loadGlyphs(font, characters)),
  );
  return loaded.flatMap((glyphs) => [...glyphs.values()]);
}

function scriptFigures(): Promise<OutlineFigure[][]> {
  const names = Object.keys(SCRIPT_LETTERS) as (keyof typeof SCRIPT_LETTERS)[];
  return Promise.all(
    names.map((name) => figuresOf(SCRIPT_FONTS[name], SCRIPT_LETTERS[name])),
  );
}
