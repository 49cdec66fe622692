/**
 * Both models in terms of the Open Inference Protocol: their tensors, and how
 * they infer.
 *
 * @module
 */

import { MAX_SAMPLES, MAX_SEED } from "../../contract/samples.ts";
import { SHORT_SAMPLE } from "../../http/elsewhere.ts";
import type { CountedAnswer } from "../../http/observed.ts";
import type { ModelInfo } from "../../model_file.ts";
import type { LoadGenerator } from "../../models.ts";
import { CLASSES, IMAGE_PIXELS, IMAGE_SIZE } from "../../network/numbers.ts";
import { object, optional } from "../../json/object.ts";
import { integer, number } from "../../json/schema.ts";
import type { Recognizer } from "../../recognizer.ts";
import { MAX_INPUTS } from "../inputs/limits.ts";
import type { TensorSpec } from "./tensor.ts";

/** A tensor of an answer. */
export interface OutputTensor {
  /** Which output it is. */
  readonly name: string;
  /** The type of its elements. */
  readonly datatype: string;
  /** Its shape. */
  readonly shape: readonly number[];
  /** Its elements, row-major. */
  readonly data: readonly (number | boolean | string)[];
}

/** The result of an inference. */
export interface Inference {
  /** The outputs. */
  readonly outputs: readonly OutputTensor[];
  /** The recognizer's answers, for the metrics. */
  readonly answers?: readonly CountedAnswer[];
  /** Parameters of the answer. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** A model that the protocol serves. */
export interface ServedModel {
  /** What it expects. */
  readonly input: TensorSpec;
  /** Its outputs; -1 stands for the number of inputs. */
  readonly outputs: readonly {
    readonly name: string;
    readonly datatype: string;
    readonly shape: readonly number[];
  }[];
  /** Whether inference on this many elements takes long. */
  readonly isLong: (elements: number) => boolean;
  /** Loads the information about it. */
  readonly info: () => Promise<ModelInfo>;
  /** Whether it reproduces its test vector. */
  readonly selfTest: () => Promise<boolean>;
  /**
   * Infers.
   *
   * @param elements The input's elements.
   * @param parameters The request's parameters.
   */
  readonly infer: (
    elements: readonly number[],
    parameters: Readonly<Record<string, unknown>>,
  ) => Promise<Inference>;
}

const NO_PARAMETERS = object({}, "ignored");

const GENERATOR_PARAMETERS = object({
  seed: optional(integer(0, MAX_SEED)),
  spread: optional(number(0, 1)),
}, "ignored");

/**
 * The recognizer: images in, digits and probabilities out.
 *
 * @param recognizer Reads digits.
 */
export function servedRecognizer(recognizer: Recognizer): ServedModel {
  return {
    input: {
      name: "images",
      datatype: "UINT8",
      shapes: [
        [IMAGE_SIZE, IMAGE_SIZE],
        [IMAGE_SIZE, IMAGE_SIZE, 1],
        [IMAGE_PIXELS],
      ],
      most: MAX_INPUTS,
      high: 255,
    },
    outputs: [
      { name: "digits", datatype: "INT64", shape: [-1] },
      { name: "probabilities", datatype: "FP64", shape: [-1, CLASSES] },
      { name: "rejected", datatype: "BOOL", shape: [-1] },
      { name: "reasons", datatype: "BYTES", shape: [-1] },
    ],
    // Larger inputs are already handed over because of their body's length.
    isLong: () => false,
    info: () => Promise.resolve(recognizer.info),
    selfTest: () => Promise.resolve(recognizer.selfTest()),
    infer(elements, parameters) {
      NO_PARAMETERS.read(parameters, "/parameters");
      const answers = recognizer.recognize(Uint8Array.from(elements));
      const shape = [answers.length];
      return Promise.resolve({
        answers,
        outputs: [
          {
            name: "digits",
            datatype: "INT64",
            shape,
            data: answers.map(({ digit }) => digit),
          },
          {
            name: "probabilities",
            datatype: "FP64",
            shape: [answers.length, CLASSES],
            data: answers.flatMap(({ probabilities }) => [...probabilities]),
          },
          {
            name: "rejected",
            datatype: "BOOL",
            shape,
            data: answers.map(({ rejected }) => rejected),
          },
          {
            name: "reasons",
            datatype: "BYTES",
            shape,
            data: answers.map(({ reason }) => reason ?? ""),
          },
        ],
      });
    },
  };
}

/**
 * The generator: digits in, images out. Parameters: `seed`, `spread`; the seed
 * comes back in the answer.
 *
 * @param load Loads the generator.
 * @param randomSeed Draws a seed for requests that have none.
 */
export function servedGenerator(
  load: LoadGenerator,
  randomSeed: () => number = () =>
    crypto.getRandomValues(new Uint32Array(1))[0]!,
): ServedModel {
  return {
    input: {
      name: "digits",
      datatype: "INT64",
      shapes: [[]],
      most: MAX_SAMPLES,
      high: CLASSES - 1,
    },
    outputs: [
      {
        name: "images",
        datatype: "UINT8",
        shape: [-1, IMAGE_SIZE, IMAGE_SIZE],
      },
    ],
    isLong: (digits) => digits > SHORT_SAMPLE,
    info: async () => (await load()).info,
    selfTest: async () => (await load()).selfTest(),
    async infer(digits, parameters) {
      const { seed = randomSeed(), spread = 1 } = GENERATOR_PARAMETERS.read(
        parameters,
        "/parameters",
      );
      const generator = await load();
      const pixels = generator.generate({ digits, seed, spread });
      return {
        parameters: { seed },
        outputs: [{
          name: "images",
          datatype: "UINT8",
          shape: [digits.length, IMAGE_SIZE, IMAGE_SIZE],
          data: [...pixels],
        }],
      };
    },
  };
}
