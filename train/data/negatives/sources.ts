/**
 * What negatives are made of, loaded once.
 *
 * @module
 */

import type { Dataset } from "../dataset.ts";
import type { OutlineFigure } from "../figures/figure.ts";
import { loadRenderer } from "../figures/render.ts";
import {
  CYRILLIC_FONTS,
  DEVANAGARI_FONTS,
  type FontSource,
  HANGUL_FONTS,
  HELD_OUT_FONTS,
  PRINT_FONTS,
  TRAINING_FONTS,
} from "../fonts/fonts.ts";
import { loadGlyphs } from "../fonts/glyphs.ts";
import {
  CYRILLIC_LETTERS,
  DEVANAGARI_LETTERS,
  DIGIT_LIKE_LETTERS,
  HANGUL_SYLLABLES,
  PLAIN_LETTERS,
} from "./letters.ts";

/** Where negatives come from. */
export interface NegativeSources {
  /** Digits of which several are put together. */
  readonly digits: Dataset;
  /** Letters of fonts that are trained on. */
  readonly letters: readonly OutlineFigure[];
  /** Letters of other scripts that are trained on. */
  readonly otherScripts: readonly OutlineFigure[];
  /** The same letters of fonts that are not. */
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
 * @param digits Of which several are put together.
 */
export async function loadNegativeSources(
  digits: Dataset,
): Promise<NegativeSources> {
  const [
    letters,
    devanagari,
    hangul,
    heldOutLetters,
    digitLikeLetters,
    cyrillicLetters,
    printedLetters,
  ] = await Promise.all([
    figuresOf(TRAINING_FONTS, PLAIN_LETTERS),
    figuresOf(DEVANAGARI_FONTS, DEVANAGARI_LETTERS),
    figuresOf(HANGUL_FONTS, HANGUL_SYLLABLES),
    figuresOf(HELD_OUT_FONTS, PLAIN_LETTERS),
    figuresOf(HELD_OUT_FONTS, DIGIT_LIKE_LETTERS),
    figuresOf(CYRILLIC_FONTS, CYRILLIC_LETTERS),
    figuresOf(PRINT_FONTS, PLAIN_LETTERS),
    loadRenderer(),
  ]);
  return {
    digits,
    letters,
    otherScripts: [...devanagari, ...hangul],
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
