/**
 * Walks through a generator's input: from hand to hand, and from digit to digit.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  LABEL_STRENGTH,
  writeGeneratorInput,
} from "../../../src/network/latent.ts";
import { CLASSES } from "../../../src/network/numbers.ts";
import type { QuantizedModel } from "../../../src/network/quantized.ts";
import { servedLatent } from "../../../src/network/streams.ts";
import { digitsFrom } from "../../evaluate/generated/served_digits.ts";
import { FloatNetwork } from "../../network/inference.ts";
import { dequantizedModel } from "../../quantize/dequantize.ts";
import type { GalleryPicture } from "./picture.ts";

/** Digits on a walk, both ends included. */
const STEPS = 10;

/** Two pictures with ten walks each. */
export async function walkPictures(
  model: QuantizedModel,
  seed: number,
): Promise<GalleryPicture[]> {
  const network = new FloatNetwork(dequantizedModel(model));
  const width = model.description.inputShape[0]!;
  const draw = async (
    inputOf: (row: number, share: number) => Float32Array,
  ): Promise<GalleryPicture["sheet"]> => {
    const inputs = new Float32Array(CLASSES * STEPS * width);
    for (let i = 0; i < CLASSES * STEPS; i++) {
      const share = i % STEPS / (STEPS - 1);
      inputs.set(inputOf(Math.floor(i / STEPS), share), i * width);
    }
    const input = tf.tensor2d(inputs, [CLASSES * STEPS, width]);
    const images = await digitsFrom(network, model.sigmoidTable!, input);
    input.dispose();
    return { images, columns: STEPS };
  };
  const input = (digit: number, place: number): Float32Array => {
    const values = new Float32Array(width);
    writeGeneratorInput(values, digit, servedLatent(seed, place));
    return values;
  };
  const pictures = [
    {
      name: "hands",
      title: "From hand to hand",
      text: "Each row keeps its digit and walks from one latent to another.",
      sheet: await draw((row, share) =>
        betweenHands(input(row, 2 * row), input(row, 2 * row + 1), share)
      ),
    },
    {
      name: "digits",
      title: "From digit to digit",
      text: "Each row keeps its latent and walks from one label to the next.",
      sheet: await draw((row, share) =>
        betweenDigits(input(row, row), (row + 1) % CLASSES, share)
      ),
    },
  ];
  network.dispose();
  return pictures;
}

/**
 * The input on the arc between two inputs of one digit. On a straight line, the
 * latents in the middle would be shorter than those seen in training.
 *
 * @param share 0 for `a`, 1 for `b`.
 */
export function betweenHands(
  a: Float32Array,
  b: Float32Array,
  share: number,
): Float32Array {
  const angle = share * Math.PI / 2;
  const latentSize = a.length - CLASSES;
  return a.map((value, i) =>
    i < latentSize ? Math.cos(angle) * value + Math.sin(angle) * b[i]! : value
  );
}

/**
 * The input with part of its label moved to another digit.
 *
 * @param share 0 for its own label alone, 1 for `digit` alone.
 */
export function betweenDigits(
  input: Float32Array,
  digit: number,
  share: number,
): Float32Array {
  const latentSize = input.length - CLASSES;
  const moved = input.map((value, i) =>
    i < latentSize ? value : value * (1 - share)
  );
  moved[latentSize + digit]! += share * LABEL_STRENGTH;
  return moved;
}
