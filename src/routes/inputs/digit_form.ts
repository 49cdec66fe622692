/**
 * Inputs as one digit each: 784 bytes in MNIST's layout.
 *
 * @module
 */

import { once } from "../../once.ts";
import type { InputForm } from "./form.ts";

/**
 * Creates the form. What draws strokes and what normalizes pictures is loaded with
 * the first of each.
 */
export function createDigitForm(): InputForm<Uint8Array> {
  const pictures = once(() => import("../../image/normalize/normalize.ts"));
  const drawings = once(() => import("../../image/strokes.ts"));
  return {
    digitImage: (pixels) => pixels,
    picture: async (image) => (await pictures()).normalize(image).pixels,
    strokes: async (strokes) => (await drawings()).drawStrokes(strokes),
  };
}
