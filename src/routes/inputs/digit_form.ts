/**
 * Inputs as one digit each: 784 bytes in MNIST's layout.
 *
 * @module
 */

import { once } from "../../once.ts";
import type { GreyImage } from "../../image/grey.ts";
import type { InputForm } from "./form.ts";

/** A picture after a step of its normalization. */
export interface Step {
  /** The step's name. */
  readonly name: string;
  /** The picture as the step leaves it: greys, or ink. */
  readonly picture: GreyImage;
}

/** An input as a digit image. */
export interface DigitInput {
  /** 784 bytes in MNIST's layout. */
  readonly pixels: Uint8Array;
  /** The steps of its normalization, if they were asked for. */
  readonly steps: readonly Step[];
}

/**
 * Creates the form. The code for strokes and for pictures is loaded by the
 * first of each.
 *
 * @param keepSteps Whether to record the steps of the normalization.
 */
export function createDigitForm(keepSteps: boolean): InputForm<DigitInput> {
  const pictures = once(() => import("../../image/normalize/normalize.ts"));
  const drawings = once(() => import("../../image/strokes.ts"));
  return {
    digitImage: (pixels) => ({ pixels, steps: [] }),
    async picture(image) {
      const { normalize } = await pictures();
      const steps: Step[] = [];
      const { pixels } = normalize(
        image,
        keepSteps
          ? { onStep: (name, picture) => steps.push({ name, picture }) }
          : {},
      );
      return { pixels, steps };
    },
    async strokes(strokes) {
      const { drawStrokes } = await drawings();
      return { pixels: drawStrokes(strokes), steps: [] };
    },
  };
}
