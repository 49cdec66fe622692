/**
 * Pixels in, answers out: which digit an image shows, how certain that is, and
 * whether to reject it.
 *
 * Images are 28x28 in MNIST's layout, as the network was trained on them;
 * src/image brings pictures to it.
 *
 * @module
 */

import { createEngine } from "./engine/engine.ts";
import type { LayerValues } from "./engine/layer_values.ts";
import { MAX_BATCH } from "./engine/plan.ts";
import {
  type ModelFile,
  type ModelInfo,
  passesSelfTest,
} from "./model_file.ts";
import {
  CLASSES,
  IMAGE_PIXELS,
  RECOGNIZER_OUTPUTS,
} from "./network/numbers.ts";
import type { QuantizedModel } from "./network/quantized_model.ts";
import { blankAnswer, readLogits, type RecognizerAnswer } from "./reading.ts";

export type { RecognizerAnswer, RejectionReason } from "./reading.ts";

/** Reads digits; knows nothing about its model file. */
export interface DigitReader {
  /**
   * Reads any number of images, stored one after another.
   *
   * @param pixels n x 784 bytes, row-major 28x28, 0 paper, 255 ink.
   * @returns n answers, in order.
   * @throws {RangeError} if the length is not a multiple of 784.
   */
  recognize(pixels: Uint8Array): RecognizerAnswer[];
  /** Whether the engine reproduces the model's test vector. */
  selfTest(): boolean;
}

/** A reader that also shows what its network computes. */
export interface OpenReader extends DigitReader {
  /**
   * Reads one image and returns the output of each layer.
   *
   * @param pixels 784 bytes, as {@linkcode DigitReader.recognize} takes them.
   * @throws {RangeError} if there are not 784.
   */
  layers(pixels: Uint8Array): LayerValues[];
}

/** Reads digits. */
export interface Recognizer extends DigitReader {
  /** The model in use. */
  readonly info: ModelInfo;
}

/**
 * An image without a pixel of at least this much ink is blank: a quarter of
 * full ink.
 */
const INK = 64;

/**
 * Creates a recognizer from an opened model file.
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
 * Creates a reader without {@linkcode ModelInfo}, for pages that cannot compute
 * the model's hash.
 *
 * The model's metadata says how its logits are read: `temperature` (default 1)
 * and `reject_below` (default 0), as `ReadingOptions` has them.
 *
 * @param module The engine's build for this runtime.
 * @throws {TypeError} if the network does not output ten or twelve logits.
 * @throws {RangeError} if the temperature or the threshold is not a valid
 *   number.
 */
export function createDigitReader(
  model: QuantizedModel,
  module: WebAssembly.Module,
): OpenReader {
  const temperature = readNumber(model.metadata, "temperature", 1);
  if (!(temperature > 0)) {
    throw new RangeError(`temperature is ${temperature}, expected above 0`);
  }
  const rejectBelow = readNumber(model.metadata, "reject_below", 0);
  const options = { temperature, rejectBelow };
  const engine = createEngine(module, model);
  const { inputSize, outputSize: outputs, outputKind } = engine;
  if (
    inputSize !== IMAGE_PIXELS || outputKind !== "logits" ||
    (outputs !== CLASSES && outputs !== RECOGNIZER_OUTPUTS)
  ) {
    throw new TypeError(
      `a recognizer goes from ${IMAGE_PIXELS} pixels to ${CLASSES} or ` +
        `${RECOGNIZER_OUTPUTS} logits, found ${inputSize} to ${outputs} ${outputKind}`,
    );
  }

  /** The answer for one image of a batch. */
  function answer(
    batch: Uint8Array,
    logits: Float32Array,
    index: number,
  ): RecognizerAnswer {
    const read = readLogits(logits, index, outputs, options);
    return hasInk(batch, index * IMAGE_PIXELS) ? read : blankAnswer(read.digit);
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
    layers: (pixels) => engine.layers(pixels),
  };
}

/**
 * A plain loop: callbacks, or views of one image's pixels, would cost more than
 * the work itself.
 */
function hasInk(batch: Uint8Array, start: number): boolean {
  for (let i = start; i < start + IMAGE_PIXELS; i++) {
    if (batch[i]! >= INK) return true;
  }
  return false;
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
