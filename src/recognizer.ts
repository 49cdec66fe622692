/**
 * Pixels in, an answer out: which digit an image shows, how sure that is, and
 * whether it should be believed at all.
 *
 * Images come as the network was trained on them, 28x28 in MNIST's layout; to
 * bring a picture there is src/image's work.
 *
 * @module
 */

import { createEngine } from "./engine/engine.ts";
import { MAX_BATCH } from "./engine/plan.ts";
import {
  type ModelFile,
  type ModelInfo,
  passesSelfTest,
} from "./model_file.ts";
import { CLASSES, IMAGE_PIXELS } from "./network/numbers.ts";
import type { QuantizedModel } from "./network/quantized_model.ts";

/** Why an answer is rejected. */
export type RejectionReason =
  | "blank"
  | "not_a_digit"
  | "several_digits"
  | "uncertain";

/** What is said of one image. */
export interface RecognizerAnswer {
  /** The best guess, 0 to 9, also when it is rejected. */
  readonly digit: number;
  /** The digit's probability. */
  readonly confidence: number;
  /** Of the digits 0 to 9, to nine decimals each; but for that they add up to 1. */
  readonly probabilities: readonly number[];
  /** Whether it should not be believed. */
  readonly rejected: boolean;
  /** Why it is rejected; `null` if it is not. */
  readonly reason: RejectionReason | null;
}

/** Reads digits, and tells nothing of the model that it reads them with. */
export interface DigitReader {
  /**
   * Reads images that lie one after another, in any number.
   *
   * @param pixels n x 784 bytes, row-major 28x28, 0 paper, 255 ink.
   * @returns n answers, in order.
   * @throws {RangeError} if the length is not a multiple of 784.
   */
  recognize(pixels: Uint8Array): RecognizerAnswer[];
  /** Whether the engine gives what the model file says it must. */
  selfTest(): boolean;
}

/** Reads digits. */
export interface Recognizer extends DigitReader {
  /** Which model answers. */
  readonly info: ModelInfo;
}

/** An image none of whose pixels is inked this much is blank: a quarter of full ink. */
const INK = 64;

/**
 * Probabilities are told to nine decimals: the last of a double's differ
 * between engines, by `Math.exp`, and say nothing.
 */
const ROUNDING = 1e9;

/**
 * Makes a recognizer of an opened model file.
 *
 * @param module The engine's build for this runtime.
 * @throws {TypeError | RangeError} as `createDigitReader` does.
 */
export function createRecognizer(
  { info, model }: ModelFile,
  module: WebAssembly.Module,
): Recognizer {
  return { info, ...createDigitReader(model, module) };
}

/**
 * Makes a reader of a network, which needs no name: where a page cannot hash,
 * its model has none.
 *
 * The model's metadata `temperature` (default 1) divides the logits before the
 * softmax (Guo et al. 2017, arXiv 1706.04599); answers less confident than
 * `reject_below` (default 0) are rejected as uncertain.
 *
 * @param module The engine's build for this runtime.
 * @throws {TypeError} if the network does not put out ten logits.
 * @throws {RangeError} if the temperature or the threshold is no such number.
 */
export function createDigitReader(
  model: QuantizedModel,
  module: WebAssembly.Module,
): DigitReader {
  const temperature = readNumber(model.metadata, "temperature", 1);
  if (!(temperature > 0)) {
    throw new RangeError(`temperature is ${temperature}, expected above 0`);
  }
  const rejectBelow = readNumber(model.metadata, "reject_below", 0);
  const engine = createEngine(module, model);
  if (
    engine.inputSize !== IMAGE_PIXELS || engine.outputSize !== CLASSES ||
    engine.outputKind !== "logits"
  ) {
    throw new TypeError(
      `a recognizer goes from ${IMAGE_PIXELS} pixels to ${CLASSES} logits, ` +
        `found ${engine.inputSize} to ${engine.outputSize} ${engine.outputKind}`,
    );
  }

  /** What is said of the image of some number in a batch. */
  function answer(
    batch: Uint8Array,
    logits: Float32Array,
    index: number,
  ): RecognizerAnswer {
    const probabilities = softmax(logits, index * CLASSES, temperature);
    let digit = 0;
    for (let i = 1; i < CLASSES; i++) {
      if (probabilities[i]! > probabilities[digit]!) digit = i;
    }
    const confidence = probabilities[digit]!;
    const reason = !hasInk(batch, index * IMAGE_PIXELS)
      ? "blank"
      : confidence < rejectBelow
      ? "uncertain"
      : null;
    return {
      digit,
      confidence,
      probabilities,
      rejected: reason !== null,
      reason,
    };
  }

  return {
    recognize(pixels) {
      if (pixels.length % IMAGE_PIXELS !== 0) {
        throw new RangeError(
          `expected a multiple of ${IMAGE_PIXELS} bytes, found ${pixels.length}`,
        );
      }
      const answers: RecognizerAnswer[] = [];
      const step = MAX_BATCH * IMAGE_PIXELS;
      for (let start = 0; start < pixels.length; start += step) {
        const batch = pixels.subarray(start, start + step);
        const count = batch.length / IMAGE_PIXELS;
        const logits = engine.logits(batch, count);
        for (let i = 0; i < count; i++) {
          answers.push(answer(batch, logits, i));
        }
      }
      return answers;
    },
    selfTest: () => passesSelfTest(model, engine),
  };
}

/**
 * A loop, as the others here: callbacks cost more than the sums themselves, and
 * so do views of an image's own pixels and logits.
 */
function hasInk(batch: Uint8Array, start: number): boolean {
  for (let i = start; i < start + IMAGE_PIXELS; i++) {
    if (batch[i]! >= INK) return true;
  }
  return false;
}

function softmax(
  logits: Float32Array,
  start: number,
  temperature: number,
): number[] {
  const end = start + CLASSES;
  let most = -Infinity;
  for (let i = start; i < end; i++) most = Math.max(most, logits[i]!);
  const powers: number[] = [];
  let sum = 0;
  for (let i = start; i < end; i++) {
    const power = Math.exp((logits[i]! - most) / temperature);
    powers.push(power);
    sum += power;
  }
  for (let i = 0; i < powers.length; i++) {
    powers[i] = Math.round(powers[i]! / sum * ROUNDING) / ROUNDING;
  }
  return powers;
}

function readNumber(
  metadata: ReadonlyMap<string, string>,
  name: string,
  fallback: number,
): number {
  const text = metadata.get(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) {
    throw new RangeError(
      `metadata "${name}" is ${JSON.stringify(text)}, expected a number`,
    );
  }
  return value;
}
