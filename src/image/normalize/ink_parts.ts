/**
 * Ink on paper, and its parts.
 *
 * @module
 */

import type { GreyImage } from "../grey.ts";
import { type Components, findComponents } from "./components.ts";
import { type LevelSplit, splitLevels } from "./threshold.ts";

/** Ink on paper, and its parts. */
export interface InkParts {
  /** The ink, 0 paper. */
  readonly ink: GreyImage;
  /** Its split into paper and ink. */
  readonly split: LevelSplit;
  /** Its connected components. */
  readonly components: Components;
}

/** Separates ink from paper, and finds its parts. */
export function partsOf(ink: GreyImage): InkParts {
  const split = splitLevels(ink.pixels);
  const { threshold } = split;
  const components = findComponents(ink.pixels, ink.width, threshold);
  return { ink, split, components };
}
