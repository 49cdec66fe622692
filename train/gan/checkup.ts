/**
 * Measures a GAN in training: compares its averaged generator's digits with
 * validation images, on the features of a judge.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { CLASSES, IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { checkupLatent } from "../../src/network/streams.ts";
import { type Dataset, subset } from "../data/dataset.ts";
import {
  metricsOf,
  type Reference,
  reference,
} from "../evaluate/generated/comparison.ts";
import {
  agreementByDigit,
  FeatureJudge,
} from "../evaluate/generated/judge_features.ts";
import type { FloatModel } from "../network/fold.ts";
import { generatorInputs } from "../network/generator_inputs.ts";
import { FloatNetwork } from "../network/inference.ts";
import { readValues } from "../network/read_values.ts";

/** Digits that are generated at a time. */
const BATCH = 100;

/** What a checkup measures, in the order of its numbers. */
export const CHECKUP_MEASURES = [
  "frechet_distance",
  "label_agreement",
  "least_agreement",
  "precision",
  "recall",
  "density",
  "coverage",
] as const;

/** The numbers of a checkup; `least_agreement` is that of the worst digit. */
export type CheckupMeasures = Readonly<
  Record<typeof CHECKUP_MEASURES[number], number>
>;

/**
 * Compares generators with the same validation images, using the same latents.
 */
export class Checkup {
  readonly #judge: FloatModel;
  readonly #real: Dataset;
  readonly #seed: number;
  #prepared: { judge: FeatureJudge; real: Reference } | undefined;

  /**
   * Does no work yet, because only one worker of a group measures.
   *
   * @param judge A recognizer that was trained on real digits alone.
   * @param validation Real images that no model was trained on.
   * @param images How many of them to compare with, at most; more than five.
   * @param seed Names the latents.
   */
  constructor(
    judge: FloatModel,
    validation: Dataset,
    images: number,
    seed: number,
  ) {
    const count = Math.min(images, validation.count);
    this.#judge = judge;
    this.#real = subset(validation, Array.from({ length: count }, (_, i) => i));
    this.#seed = seed;
  }

  /** Measures a generator, batch norm folded. */
  async measure(generator: FloatModel): Promise<CheckupMeasures> {
    const { judge, real } = this.#prepared ??= await this.#prepare();
    const digits = await judge.judge(await this.#digits(generator));
    const metrics = await metricsOf(real, digits);
    return {
      frechet_distance: metrics.frechetDistance,
      label_agreement: metrics.labelAgreement,
      least_agreement: Math.min(...agreementByDigit(digits)),
      precision: metrics.precision,
      recall: metrics.recall,
      density: metrics.density,
      coverage: metrics.coverage,
    };
  }

  async #prepare(): Promise<{ judge: FeatureJudge; real: Reference }> {
    const judge = new FeatureJudge(this.#judge);
    return { judge, real: await reference(await judge.judge(this.#real)) };
  }

  /** As many digits of each label as there are real ones. */
  async #digits(generator: FloatModel): Promise<Dataset> {
    const { labels, count } = this.#real;
    const latentSize = generator.description.inputShape[0]! - CLASSES;
    const network = new FloatNetwork(generator);
    const images = new Uint8Array(count * IMAGE_PIXELS);
    for (let from = 0; from < count; from += BATCH) {
      const some = labels.subarray(from, from + BATCH);
      const input = generatorInputs(
        some,
        latentSize,
        (i) => checkupLatent(this.#seed, from + i),
      );
      const output = network.run(input);
      const pixels = await readValues(output);
      tf.dispose([input, output]);
      images.set(
        pixels.map((value) => Math.round(value * 255)),
        from * IMAGE_PIXELS,
      );
    }
    network.dispose();
    return { images, labels, count };
  }
}
