/**
 * Trained recognizers that another learns from. They see each image as the learner does, after
 * augmentation, so that their answer is about what is left of the digit (Beyer et al. 2022,
 * arXiv 2106.05237).
 *
 * @module
 */

import { createEngine, type Engine } from "../../src/engine/engine.ts";
import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { readQuantizedModel } from "../../src/network/quantized.ts";

/** What teachers are made of; can be sent to a worker. */
export interface TeacherModels {
  /** The serving engine: in int8, a teacher costs a fraction of the learner's step. */
  readonly module: WebAssembly.Module;
  /** Their files, at least one; all have the same outputs. */
  readonly files: readonly Uint8Array[];
}

/** Most images that the engine reads at a time. */
const BATCH = 64;

/** Recognizers that answer together. */
export class Teachers {
  readonly #engines: readonly Engine[];

  /** Loads them into engines. */
  constructor({ module, files }: TeacherModels) {
    this.#engines = files.map((file) =>
      createEngine(module, readQuantizedModel(file))
    );
  }

  /**
   * The mean of the teachers' probabilities.
   *
   * @param pixels 784 values in [0, 1] an image.
   * @returns A probability for each of the network's outputs, image by image.
   */
  answer(pixels: Float32Array): Float32Array {
    const count = pixels.length / IMAGE_PIXELS;
    const bytes = Uint8Array.from(pixels, (ink) => Math.round(255 * ink));
    const [{ outputSize }] = this.#engines as [Engine];
    const answers = new Float32Array(count * outputSize);
    for (let from = 0; from < count; from += BATCH) {
      const to = Math.min(count, from + BATCH);
      const images = bytes.subarray(from * IMAGE_PIXELS, to * IMAGE_PIXELS);
      for (const engine of this.#engines) {
        const logits = engine.logits(images, to - from);
        for (let i = from; i < to; i++) {
          const start = (i - from) * outputSize;
          addSoftmax(
            logits.subarray(start, start + outputSize),
            1 / this.#engines.length,
            answers.subarray(i * outputSize, (i + 1) * outputSize),
          );
        }
      }
    }
    return answers;
  }
}

/** Adds the softmax of some logits, times a weight. */
function addSoftmax(
  logits: Float32Array,
  weight: number,
  sum: Float32Array,
): void {
  const most = Math.max(...logits);
  const powers = logits.map((value) => Math.exp(value - most));
  const total = powers.reduce((a, b) => a + b, 0);
  powers.forEach((power, i) => sum[i]! += weight * power / total);
}
