/**
 * Digits and a seed in, pixels out.
 *
 * From seed to pixel, everything is integer or correctly rounded arithmetic, so
 * the same request returns the same bytes everywhere.
 *
 * @module
 */

import { createEngine, type Engine } from "./engine/engine.ts";
import { MAX_BATCH } from "./engine/plan.ts";
import {
  type Label,
  requireDraw,
  requireLabels,
  requireLatents,
  writeLabel,
  writeLatent,
} from "./generator_input.ts";
import { layOut } from "./mnist_layout.ts";
import {
  type ModelFile,
  type ModelInfo,
  passesSelfTest,
} from "./model_file.ts";
import { isWeighted } from "./network/description.ts";
import { networkOutputShape, shapeSize } from "./network/shapes.ts";
import { CLASSES, IMAGE_PIXELS } from "./network/numbers.ts";
import type { QuantizedModel } from "./network/quantized.ts";
import { servedDigit } from "./network/streams.ts";

/** The digits to generate. */
export interface GeneratorRequest {
  /** Digits, each 0 to 9; one image per entry. */
  readonly digits: readonly number[];
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** How far from the mean the latent is drawn, 0 to 1. @default {1} */
  readonly spread?: number;
  /**
   * One hand for all images, 0 to 2^32 - 1; by default each image has its own.
   */
  readonly style?: number;
}

/** Generates digits. */
export interface Generator {
  /** The model in use. */
  readonly info: ModelInfo;
  /** Bytes of a latent. */
  readonly latentSize: number;
  /**
   * Generates digits. Image i depends only on the seed, i, digit i, the spread
   * and the style, not on the number of images.
   *
   * @returns n x 784 bytes, row-major 28x28, 0 paper, 255 ink, in MNIST's layout.
   * @throws {RangeError} if a digit, the seed, the spread or the style is out of range.
   */
  generate(request: GeneratorRequest): Uint8Array;
  /**
   * Draws the latents that {@linkcode Generator.generate} would use.
   *
   * @returns n x `latentSize` bytes, 0 to 127: codes, linear in the latent.
   * @throws {RangeError} as `generate` does.
   */
  latents(request: GeneratorRequest): Uint8Array<ArrayBuffer>;
  /**
   * Draws digits from their latents.
   *
   * @param labels What to draw, one image per entry.
   * @param latents As many latents, one after another.
   * @returns Images in the layout of `generate`.
   * @throws {RangeError} if a label or a latent is out of range, or there are
   *   more or fewer latents than labels.
   */
  draw(labels: readonly Label[], latents: Uint8Array): Uint8Array;
  /** Whether the engine reproduces the model's test vector. */
  selfTest(): boolean;
}

/**
 * Creates a generator from an opened model file.
 *
 * @param module The engine's build for this runtime.
 * @throws {TypeError} if the network does not go from codes to 784 pixels.
 */
export function createGenerator(
  { info, model }: ModelFile,
  module: WebAssembly.Module,
): Generator {
  const inputSize = requireShape(model);
  const latentSize = inputSize - CLASSES;
  const codes = new Uint8Array(MAX_BATCH * inputSize);
  let engine: Engine | undefined;
  // Created when first needed, so that reading digits does not wait for it.
  const getEngine = () => engine ??= createEngine(module, model);

  const generator: Generator = {
    info,
    latentSize,
    generate(request) {
      return generator.draw(request.digits, generator.latents(request));
    },
    latents({ digits, seed, spread = 1, style }) {
      requireLabels(digits);
      requireDraw({ seed, spread, style });
      const latents = new Uint8Array(digits.length * latentSize);
      digits.forEach((_, i) => {
        const latent = latents.subarray(i * latentSize, (i + 1) * latentSize);
        writeLatent(latent, i, { seed, spread, style }, model.input);
      });
      return latents;
    },
    draw(labels, latents) {
      requireLabels(labels);
      requireLatents(latents, latentSize, labels.length);
      const images = new Uint8Array(labels.length * IMAGE_PIXELS);
      for (let start = 0; start < labels.length; start += MAX_BATCH) {
        const count = Math.min(MAX_BATCH, labels.length - start);
        for (let i = 0; i < count; i++) {
          const from = (start + i) * latentSize;
          const input = codes.subarray(i * inputSize, (i + 1) * inputSize);
          input.set(latents.subarray(from, from + latentSize));
          const label = input.subarray(latentSize);
          writeLabel(label, labels[start + i]!, model.input);
        }
        const batch = codes.subarray(0, count * inputSize);
        images.set(getEngine().pixels(batch, count), start * IMAGE_PIXELS);
      }
      layOut(images);
      return images;
    },
    selfTest: () => passesSelfTest(model, getEngine()),
  };
  return generator;
}

/**
 * Draws digits for a request that names none. Digit i depends only on the seed
 * and i.
 *
 * @param seed 0 to 2^32 - 1.
 *
 * @example
 * ```ts
 * import { randomDigits } from "./generator.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(randomDigits(7, 3), randomDigits(7, 5).slice(0, 3));
 * ```
 */
export function randomDigits(seed: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, i) => servedDigit(seed, i).below(CLASSES),
  );
}

/** The length of the network's input. */
function requireShape({ description, input }: QuantizedModel): number {
  const inputSize = shapeSize(description.inputShape);
  const outputSize = shapeSize(networkOutputShape(description));
  const last = description.layers.findLast(isWeighted);
  const kind = last?.activation === "sigmoid" ? "pixels" : "logits";
  if (
    input.encoding !== "codes" || inputSize <= CLASSES ||
    outputSize !== IMAGE_PIXELS || kind !== "pixels"
  ) {
    throw new TypeError(
      `a generator goes from more than ${CLASSES} codes to ${IMAGE_PIXELS} ` +
        `pixels, found ${inputSize} ${input.encoding} to ${outputSize} ${kind}`,
    );
  }
  return inputSize;
}
