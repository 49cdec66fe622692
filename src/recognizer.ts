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
import {
  CLASSES,
  IMAGE_PIXELS,
  RECOGNIZER_OUTPUTS,
} from "./network/numbers.ts";
import type { QuantizedModel } from "./network/quantized_model.ts";
import { blankAnswer, readLogits, type RecognizerAnswer } from "./reading.ts";

export type { RecognizerAnswer, RejectionReason } from "./reading.ts";

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
 * The model's metadata says how its logits are read: `temperature` (default 1)
 * and `reject_below` (default 0), as `ReadingOptions` has them.
 *
 * @param module The engine's build for this runtime.
 * @throws {TypeError} if the network does not put out ten or twelve logits.
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

  /** What is said of the image of some number in a batch. */
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
