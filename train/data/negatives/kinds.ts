/**
 * Kinds of pictures that show no single digit: those that are trained on, and
 * those that are kept out of training to measure generalization.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import { normalize } from "../../../src/image/normalize/normalize.ts";
import type { Stroke } from "../../../src/image/strokes.ts";
import { NOT_A_DIGIT, SEVERAL_DIGITS } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";
import { writtenStrokes } from "../drawn/drawn_digit.ts";
import type { FigureTemplate } from "../drawn/template.ts";
import type { Figure } from "../figures/figure.ts";
import { figureImage } from "../figures/figure_image.ts";
import { drawing } from "./drawings.ts";
import { LETTER_TEMPLATES } from "./letter_templates.ts";
import { lineFigure } from "./line_figures.ts";
import { madeLetter } from "./made_letters.ts";
import { coil, dots, face, hatching, scribble } from "./scribbles.ts";
import { severalOf, severalWritten } from "./several.ts";
import { DOODLE_TEMPLATES, SHAPE_TEMPLATES } from "./shape_templates.ts";
import type { NegativeSources } from "./sources.ts";
import { sign } from "./signs.ts";
import { THING_TEMPLATES } from "./thing_templates.ts";
import { clouds, patches, staticNoise, weave } from "./textures.ts";

/** One kind of pictures. */
export interface NegativeKind {
  /** For reports. */
  readonly name: string;
  /** The output that scores it. */
  readonly label: number;
  /** Draws one, as 28x28 bytes. */
  readonly draw: (random: Random, sources: NegativeSources) => Uint8Array;
}

/** A kind that is trained on. */
export interface TrainingKind extends NegativeKind {
  /** Its share of the negatives that are trained on. */
  readonly share: number;
}

/** Share of letters that come from fonts; the rest are strokes. */
const OUTLINED = 0.7;

/** Share of "several digits" that come from the dataset; the rest are drawn. */
const OF_DATASET = 0.6;

/**
 * Shares of signs that come from fonts, and of shapes that come from templates.
 */
const SIGNS_OUTLINED = 0.2;
const SIGNS_BY_TEMPLATE = 0.3;

/** Share of things that come from templates; the rest are made up. */
const THINGS = 0.35;

/** The kinds that are trained on; the shares add up to 1. */
export const TRAINING_KINDS: readonly TrainingKind[] = [
  {
    name: "letters",
    label: NOT_A_DIGIT,
    share: 0.2,
    draw: (random, { letters }) =>
      random.uniform() < OUTLINED
        ? oneOf(letters, random)
        : written(LETTER_TEMPLATES, random),
  },
  {
    name: "letters of other scripts",
    label: NOT_A_DIGIT,
    share: 0.13,
    draw: (random, { otherScripts }) =>
      oneOf(otherScripts[random.below(otherScripts.length)]!, random),
  },
  {
    name: "made letters",
    label: NOT_A_DIGIT,
    share: 0.07,
    draw: (random) =>
      strokes(writtenStrokes(madeLetter(random), random), random),
  },
  {
    name: "signs and shapes",
    label: NOT_A_DIGIT,
    share: 0.12,
    draw: (random, { signs }) => {
      const way = random.uniform();
      if (way < SIGNS_OUTLINED) return oneOf(signs, random);
      return way < SIGNS_OUTLINED + SIGNS_BY_TEMPLATE
        ? written(SHAPE_TEMPLATES, random)
        : strokes(writtenStrokes(sign(random), random), random);
    },
  },
  {
    name: "drawings",
    label: NOT_A_DIGIT,
    share: 0.11,
    draw: (random) =>
      random.uniform() < THINGS
        ? written(THING_TEMPLATES, random)
        : strokes(writtenStrokes(drawing(random), random), random),
  },
  {
    name: "line figures",
    label: NOT_A_DIGIT,
    share: 0.06,
    draw: (random) => strokes(lineFigure(random), random),
  },
  {
    name: "scribbles",
    label: NOT_A_DIGIT,
    share: 0.05,
    draw: (random) => strokes(scribble(random), random),
  },
  {
    name: "faces",
    label: NOT_A_DIGIT,
    share: 0.03,
    draw: (random) => strokes(face(random), random),
  },
  {
    name: "dots",
    label: NOT_A_DIGIT,
    share: 0.03,
    draw: (random) => strokes(dots(random), random),
  },
  {
    name: "clouds",
    label: NOT_A_DIGIT,
    share: 0.025,
    draw: (random) => seen(clouds, random),
  },
  {
    name: "patches",
    label: NOT_A_DIGIT,
    share: 0.025,
    draw: (random) => seen(patches, random),
  },
  {
    name: "static",
    label: NOT_A_DIGIT,
    share: 0.01,
    draw: staticNoise,
  },
  {
    name: "several digits",
    label: SEVERAL_DIGITS,
    share: 0.14,
    draw: (random, { digits }) =>
      random.uniform() < OF_DATASET
        ? normalize(severalOf(digits, random)).pixels
        : strokes(severalWritten(random), random),
  },
];

/** The kinds that are never trained on. */
export const HELD_OUT_KINDS: readonly NegativeKind[] = [
  {
    name: "letters of other fonts",
    label: NOT_A_DIGIT,
    draw: (random, { heldOutLetters }) => oneOf(heldOutLetters, random),
  },
  {
    name: "printed letters",
    label: NOT_A_DIGIT,
    draw: (random, { printedLetters }) => oneOf(printedLetters, random),
  },
  {
    name: "Cyrillic letters",
    label: NOT_A_DIGIT,
    draw: (random, { cyrillicLetters }) => oneOf(cyrillicLetters, random),
  },
  {
    name: "doodles",
    label: NOT_A_DIGIT,
    draw: (random) => written(DOODLE_TEMPLATES, random),
  },
  {
    name: "hatching",
    label: NOT_A_DIGIT,
    draw: (random) => strokes(hatching(random), random),
  },
  {
    name: "coils",
    label: NOT_A_DIGIT,
    draw: (random) => strokes(coil(random), random),
  },
  {
    name: "weave",
    label: NOT_A_DIGIT,
    draw: (random) => seen(weave, random),
  },
];

/** Letters that look like digits, which are reported apart and never trained on. */
export const DIGIT_LIKE_KIND: NegativeKind = {
  name: "letters that look like digits",
  label: NOT_A_DIGIT,
  draw: (random, { digitLikeLetters }) => oneOf(digitLikeLetters, random),
};

function oneOf(figures: readonly Figure[], random: Random): Uint8Array {
  return figureImage(figures[random.below(figures.length)]!, random);
}

function written(
  templates: readonly FigureTemplate[],
  random: Random,
): Uint8Array {
  const template = templates[random.below(templates.length)]!;
  return strokes(writtenStrokes(template, random), random);
}

function strokes(drawn: readonly Stroke[], random: Random): Uint8Array {
  return figureImage({ kind: "strokes", strokes: drawn }, random);
}

/** Attempts to make a picture in which something is found. */
const TRIES = 4;

function seen(
  picture: (random: Random) => GreyImage,
  random: Random,
): Uint8Array {
  for (let attempt = 1;; attempt++) {
    const { pixels, box } = normalize(picture(random));
    if (box !== null || attempt === TRIES) return pixels;
  }
}
