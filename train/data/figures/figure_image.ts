/**
 * From a figure to the 28x28 that the recognizer sees, by either way that a client may send
 * a drawing: as strokes, or as a picture of them.
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

/** Share of the stroke figures that are sent as strokes, not as a picture. */
const AS_STROKES = 0.45;

/** Sides of the pictures, in pixels. */
const SMALLEST = 56;
const LARGEST = 112;

/** Pictures that are made before one in which nothing is found is let pass. */
const TRIES = 3;

/**
 * Sends a figure as somebody would, and brings it to MNIST's layout as the service does.
 * `loadRenderer` must have been waited for.
 *
 * @param random Decides the way, the pen, the paper and the light.
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
