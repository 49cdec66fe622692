/**
 * Inputs as one digit each: 784 bytes in MNIST's layout.
 *
 * @module
 */

import { drawStrokes } from "../../image/strokes.ts";
import { once } from "../../once.ts";
import type { InputForm } from "./form.ts";

/**
 * Makes the form. Normalization is loaded with the first picture: strokes, which
 * a page sends while somebody draws, need none of it.
 */
export function createDigitForm(): InputForm<Uint8Array> {
  const load = once(() => import("../../image/normalize/normalize.ts"));
  return {
    digitImage: (pixels) => pixels,
    picture: async (image) => (await load()).normalize(image).pixels,
    strokes: drawStrokes,
  };
}
