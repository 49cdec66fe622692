/**
 * Bodies of `POST /recognize` as examples in the OpenAPI document.
 *
 * @module
 */

import { encodeBase64 } from "../base64.ts";
import { encodePng } from "../image/png/encode.ts";

/** An example of a body. */
export interface Example {
  /** What it shows. */
  readonly summary: string;
  /** The body. */
  readonly value: unknown;
}

/** A seven: a bar, then a slanted stem. */
const X = [60, 120, 180, 150, 125, 105];
const Y = [50, 47, 46, 110, 170, 230];

/** A one, 12x16: a stem three pixels wide. */
const SIZE = { width: 12, height: 16 };
const STEM = Array.from({ length: SIZE.width * SIZE.height }, (_, i) => {
  const [x, y] = [i % SIZE.width, Math.floor(i / SIZE.width)];
  return x >= 5 && x < 8 && y >= 2 && y < 14 ? 255 : 0;
});

/** Bodies by name; the service reads each of them. */
export const INPUT_EXAMPLES: Readonly<Record<string, Example>> = {
  strokes: {
    summary: "Pen strokes",
    value: { strokes: [{ x: X, y: Y, t: [0, 60, 120, 180, 240, 300] }] },
  },
  points: {
    summary: "Pen strokes, point by point",
    value: { strokes: [{ points: X.map((x, i) => ({ x, y: Y[i] })) }] },
  },
  quick_draw: {
    summary: "Pen strokes in Quick Draw's format",
    value: { drawing: [[X, Y]] },
  },
  pixels: {
    summary: "Pixels",
    value: { ...SIZE, pixels: STEM },
  },
  image: {
    summary: "A picture in base64",
    value: {
      image: encodeBase64(
        encodePng({ ...SIZE, pixels: Uint8Array.from(STEM) }),
      ),
    },
  },
  several: {
    summary: "Several inputs",
    value: {
      inputs: [
        { strokes: [{ x: X, y: Y }] },
        { ...SIZE, pixels: STEM },
      ],
    },
  },
};
