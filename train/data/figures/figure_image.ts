/**
 * Converts a figure to the 28x28 image that the recognizer sees, in one of the
 * ways that a client may send a drawing: as strokes, or as a picture of them.
 *
 * @module
 */

import { normalize } from "../../../src/image/normalize/normalize.ts";
import { drawStrokes } from "../../../src/image/strokes.ts";
import type { Random } from "../../../src/network/random.ts";
import type { Figure } from "./figure.ts";
import { drawWithPen } from "./pen.ts";
import { photograph } from "./photograph.ts";
import { renderInk } from "./render.ts";

/**
 * Share of the stroke figures that are sent as strokes rather than as a
 * picture.
 */
const AS_STROKES = 0.45;

/** Sides of the pictures, in pixels. */
const SMALLEST = 56;
const LARGEST = 112;

/** Attempts before a picture in which nothing is found is accepted. */
const TRIES = 3;

/**
 * Draws a figure as a client would send it, and brings it to MNIST's layout as
 * the service does. `loadRenderer` must have resolved.
 *
 * @param random Chooses the way, the pen, the paper and the light.
 * @returns 28x28 bytes, row-major, 0 paper, 255 ink.
 */
export function figureImage(figure: Figure, random: Random): Uint8Array {
  if (figure.kind === "strokes" && random.uniform() < AS_STROKES) {
    return drawStrokes(figure.strokes);
  }
  for (let attempt = 1;; attempt++) {
    const side = SMALLEST + random.below(LARGEST - SMALLEST + 1);
    const ink = renderInk(side, drawWithPen(figure, side, random));
    const { pixels, box } = normalize(photograph(ink, side, random));
    if (box !== null || attempt === TRIES) return pixels;
  }
}
