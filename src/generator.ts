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
  type ModelFile,
  type ModelInfo,
  passesSelfTest,
} from "./model_file.ts";
import { clamp, CODE_MAX, roundHalfEven } from "./network/arithmetic.ts";
import { writeGeneratorInput } from "./network/latent.ts";
import { CLASSES, IMAGE_PIXELS } from "./network/numbers.ts";
import type { InputQuantization, QuantizedModel } from "./network/quantized.ts";
import { layOut } from "./mnist_layout.ts";
import {
  isWeighted,
  networkOutputShape,
  shapeSize,
} from "./network/description.ts";
import { servedDigit, servedLatent, styleLatent } from "./network/streams.ts";

/** The digits to generate. */
export interface GeneratorRequest {
  /** Digits, each 0 to 9; one image per entry. */
  readonly digits: readonly number[];
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  /** How far from the mean the latent is drawn, 0 to 1. @default {1} */
  readonly spread?: number;
  /** One hand for all images, 0 to 2^32 - 1; by default each has its own. */
  readonly style?: number;
}

/**
 * How much of a latent is its image's own where images share a style, and how
 * much is the style's; squared they add up to 1, as the latent was trained.
 */
const OWN_SHARE = 0.28;
const STYLE_SHARE = 0.96;

/** Generates digits. */
export interface Generator {
  /** The model in use. */
  readonly info: ModelInfo;
  /**
   * Generates digits. Image i depends only on the seed, i, digit i, the spread
   * and the style, not on the number of images.
   *
   * @returns n x 784 bytes, row-major 28x28, 0 paper, 255 ink, in MNIST's layout.
   * @throws {RangeError} if a digit, the seed, the spread or the style is out of range.
   */
  generate(request: GeneratorRequest): Uint8Array;
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
  const real = new Float32Array(inputSize);
  const codes = new Uint8Array(MAX_BATCH * inputSize);
  let engine: Engine | undefined;
  // Created when first needed, so that reading digits does not wait for it.
  const getEngine = () => engine ??= createEngine(module, model);

  return {
    info,
    generate({ digits, seed, spread = 1, style }) {
      requireRequest(digits, seed, spread);
      if (style !== undefined) requireSeed("style", style);
      const images = new Uint8Array(digits.length * IMAGE_PIXELS);
      for (let start = 0; start < digits.length; start += MAX_BATCH) {
        const count = Math.min(MAX_BATCH, digits.length - start);
        for (let i = 0; i < count; i++) {
          const random = servedLatent(seed, start + i);
          writeGeneratorInput(real, digits[start + i]!, random, spread);
          if (style !== undefined) blendStyle(real, style, spread);
          writeCodes(codes, i * real.length, real, model.input);
        }
        const batch = codes.subarray(0, count * real.length);
        images.set(getEngine().pixels(batch, count), start * IMAGE_PIXELS);
      }
      layOut(images);
      return images;
    },
    selfTest: () => passesSelfTest(model, getEngine()),
  };
}

/**
 * Draws digits for a request without any. Digit i depends only on the seed and
 * i.
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

function writeCodes(
  codes: Uint8Array,
  offset: number,
  values: Float32Array,
  { scale, zeroPoint }: InputQuantization,
): void {
  values.forEach((value, i) => {
    const code = roundHalfEven(value / scale) + zeroPoint;
    codes[offset + i] = clamp(code, 0, CODE_MAX);
  });
}

function requireRequest(
  digits: readonly number[],
  seed: number,
  spread: number,
): void {
  for (const digit of digits) {
    if (!Number.isInteger(digit) || digit < 0 || digit >= CLASSES) {
      throw new RangeError(`digit is ${digit}, expected 0 to ${CLASSES - 1}`);
    }
  }
  requireSeed("seed", seed);
  if (!(spread >= 0 && spread <= 1)) {
    throw new RangeError(`spread is ${spread}, expected 0 to 1`);
  }
}

function requireSeed(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) {
    throw new RangeError(`${name} is ${value}, expected 0 to ${2 ** 32 - 1}`);
  }
}

/** Turns an image's own latent into a variation of its style's. */
function blendStyle(input: Float32Array, style: number, spread: number): void {
  const random = styleLatent(style);
  for (let i = 0; i < input.length - CLASSES; i++) {
    input[i] = OWN_SHARE * input[i]! + STYLE_SHARE * random.normal() * spread;
  }
}
