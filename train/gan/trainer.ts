/**
 * Trains the conditional GAN on one worker of a group.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import type { Random } from "../../src/network/random.ts";
import {
  discriminatorLatent,
  discriminatorWeights,
  generatorLatent,
  generatorWeights,
  pictureLatent,
} from "../../src/network/streams.ts";
import type { GanConfig } from "../config.ts";
import { copyImage, type Dataset } from "../data/dataset.ts";
import { type Microbatch, Microbatches } from "../data/microbatches.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { generatorInputs } from "../network/generator_inputs.ts";
import { floatModelOutput } from "../network/inference.ts";
import { initialParameters, parameterSpecs } from "../network/parameters.ts";
import { readValues } from "../network/read_values.ts";
import { Replica, warmedDecay } from "../network/replica.ts";
import type { Exchange } from "../parallel/exchange.ts";
import type { Samples, Trainer } from "../parallel/trainer.ts";
import type { Checkup } from "./checkup.ts";
import { Keeper } from "./keeper.ts";
import { discriminatorNetwork, generatorNetwork } from "./networks.ts";
import { adamAt } from "./schedule.ts";
import {
  discriminatorGradients,
  generatorGradients,
  type Gradients,
  scoreSelection,
} from "./step.ts";

/** How many losses each network's step has. */
const DISCRIMINATOR_LOSSES = 2;
const GENERATOR_LOSSES = 1;

/** Rows of each digit in a picture of samples. */
const SAMPLE_ROWS = 10;

/** A microbatch's gradients, and its share of the batch. */
type PartGradients = Gradients & { readonly share: number };

/** The conditional GAN in training. */
export class GanTrainer implements Trainer {
  readonly totalSteps: number;
  readonly evaluateEvery: number;
  readonly lossNames = ["discriminator", "penalty", "generator"];
  readonly parts: number;
  readonly exchangeSize: number;
  readonly #config: GanConfig;
  readonly #seed: number;
  readonly #dataset: Dataset;
  readonly #batches: Microbatches;
  readonly #generator: Replica;
  readonly #discriminator: Replica;
  readonly #total: Float32Array;
  readonly #keeper: Keeper | undefined;
  #stepsDone = 0;
  #note: string | undefined;

  /**
   * Makes both networks, as every worker of the group makes them.
   *
   * @param dataset Real images, training split only.
   * @param checkup Measures the generator; absent, the last one is the result.
   */
  constructor(
    config: GanConfig,
    seed: number,
    dataset: Dataset,
    checkup?: Pick<Checkup, "measure">,
  ) {
    this.#config = config;
    this.#seed = seed;
    this.#dataset = dataset;
    this.#batches = new Microbatches(dataset, seed, config);
    this.parts = this.#batches.count;
    this.totalSteps = config.epochs * this.#batches.stepsPerEpoch;
    this.evaluateEvery = config.sampleEvery;
    const generator = generatorNetwork(config.latentSize);
    const discriminator = discriminatorNetwork(config.discriminator);
    this.#generator = new Replica(
      generator,
      initialParameters(
        parameterSpecs(generator),
        (place) => generatorWeights(seed, place),
      ),
    );
    this.#discriminator = new Replica(
      discriminator,
      initialParameters(
        parameterSpecs(discriminator),
        (place) => discriminatorWeights(seed, place),
      ),
    );
    this.exchangeSize = Math.max(
      this.#generator.exchangeSize + GENERATOR_LOSSES,
      this.#discriminator.exchangeSize + DISCRIMINATOR_LOSSES,
    );
    this.#total = new Float32Array(this.exchangeSize);
    this.#keeper = checkup && new Keeper(checkup, {
      generator: this.#generator,
      discriminator: this.#discriminator,
    });
  }

  async step(step: number, exchange: Exchange): Promise<number[]> {
    const judged = await this.#shared(
      exchange,
      this.#discriminator,
      DISCRIMINATOR_LOSSES,
      (part) => this.#discriminatorPart(step, this.#batches.at(step, part)),
    );
    this.#discriminator.applyGradients(
      judged.total,
      adamAt(this.#config, step, this.totalSteps),
    );

    const written = await this.#shared(
      exchange,
      this.#generator,
      GENERATOR_LOSSES,
      (part) => this.#generatorPart(step, this.#batches.at(step, part)),
    );
    this.#generator.applyGradients(
      written.total,
      adamAt(this.#config, step, this.totalSteps),
    );
    this.#generator.updateAverages(
      written.total,
      warmedDecay(this.#config.averageDecay, step),
    );
    this.#keeper?.addLoss(judged.losses[0]!);
    this.#stepsDone = step + 1;
    return [...judged.losses, ...written.losses];
  }

  /**
   * Computes one network's gradients over the whole batch, together with the
   * other workers.
   *
   * @returns What all parts' gradients and statistics, and losses, come to.
   */
  async #shared(
    exchange: Exchange,
    replica: Replica,
    losses: number,
    compute: (part: number) => PartGradients,
  ): Promise<{ total: Float32Array; losses: number[] }> {
    const size = replica.exchangeSize;
    for (const part of exchange.take()) {
      const { share, ...found } = compute(part);
      const out = exchange.outgoing(part, size + losses);
      await replica.pack(
        found.gradients,
        found.statistics,
        out.subarray(0, size),
        share,
      );
      for (const [i, loss] of found.losses.entries()) {
        out[size + i] = share * (await readValues(loss))[0]!;
        loss.dispose();
      }
    }
    const total = this.#total.subarray(0, size + losses);
    exchange.sum(total);
    return {
      total: total.subarray(0, size),
      losses: [...total.subarray(size)],
    };
  }

  #discriminatorPart(step: number, microbatch: Microbatch): PartGradients {
    const { penaltyWeight, penaltyEvery } = this.#config;
    const weight = step % penaltyEvery === 0 ? penaltyWeight * penaltyEvery : 0;
    return this.#part(
      step,
      microbatch,
      discriminatorLatent,
      (...batch) =>
        discriminatorGradients(
          this.#generator,
          this.#discriminator,
          ...batch,
          weight,
        ),
    );
  }

  #generatorPart(step: number, microbatch: Microbatch): PartGradients {
    return this.#part(
      step,
      microbatch,
      generatorLatent,
      (...batch) =>
        generatorGradients(this.#generator, this.#discriminator, ...batch),
    );
  }

  /** Computes gradients on a microbatch's real images, and as many latents under the same labels. */
  #part(
    step: number,
    { indices, start, share }: Microbatch,
    streamOf: (seed: number, step: number, place: number) => Random,
    compute: (
      real: tf.Tensor4D,
      inputs: tf.Tensor2D,
      selection: tf.Tensor2D,
    ) => Gradients,
  ): PartGradients {
    const labels = Uint8Array.from(
      indices,
      (index) => this.#dataset.labels[index]!,
    );
    const real = this.#realImages(indices);
    const inputs = generatorInputs(
      labels,
      this.#config.latentSize,
      (i) => streamOf(this.#seed, step, start + i),
    );
    const selection = scoreSelection(labels);
    const gradients = compute(real, inputs, selection);
    tf.dispose([real, inputs, selection]);
    return { ...gradients, share };
  }

  async evaluate(exchange: Exchange): Promise<Record<string, number>> {
    if (!this.#keeper) return {};
    const { measures, note } = await this.#keeper.examine(
      this.#stepsDone,
      exchange,
    );
    this.#note = note;
    return measures;
  }

  note(): string | undefined {
    return this.#note;
  }

  async samples(): Promise<Samples> {
    const folded = foldBatchNorm(
      this.#generator.network,
      await this.#generator.averages(),
    );
    const digits = Uint8Array.from(
      { length: SAMPLE_ROWS * CLASSES },
      (_, i) => i % CLASSES,
    );
    const inputs = generatorInputs(
      digits,
      this.#config.latentSize,
      (i) => pictureLatent(this.#seed, i),
    );
    const output = floatModelOutput(folded, inputs);
    const images = await readValues(output);
    tf.dispose([inputs, output]);
    return { images, columns: CLASSES };
  }

  async state(): Promise<Map<string, Float32Array>> {
    return new Map([
      ...await this.#generator.state(),
      ...await this.#discriminator.state(),
      ...this.#keeper?.state() ?? [],
    ]);
  }

  restore(state: ReadonlyMap<string, Float32Array>): void {
    this.#generator.restore(state);
    this.#discriminator.restore(state);
    this.#keeper?.restore(state);
  }

  async result(): Promise<ReadonlyMap<string, Float32Array>> {
    return this.#keeper?.best() ?? await this.#generator.averages();
  }

  #realImages(indices: Uint32Array): tf.Tensor4D {
    const pixels = new Float32Array(indices.length * IMAGE_PIXELS);
    indices.forEach((index, i) =>
      copyImage(this.#dataset, index, pixels.subarray(i * IMAGE_PIXELS))
    );
    return tf.tensor4d(pixels, [indices.length, IMAGE_SIZE, IMAGE_SIZE, 1]);
  }
}
