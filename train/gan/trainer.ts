/**
 * Trains the conditional GAN on one worker of a group.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  generatorInputSize,
  writeGeneratorInput,
} from "../../src/network/latent.ts";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import { Random } from "../../src/network/random.ts";
import type { GanConfig } from "../config.ts";
import type { Dataset } from "../data/dataset.ts";
import { copyImage, ShardedBatches } from "../data/sharded_batches.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { floatModelOutput } from "../network/inference.ts";
import { initialParameters, parameterSpecs } from "../network/parameters.ts";
import { readValues } from "../network/read_values.ts";
import { type AdamOptions, Replica, warmedDecay } from "../network/replica.ts";
import type { Exchange } from "../parallel/exchange.ts";
import type { Samples, Trainer } from "../parallel/trainer.ts";
import { discriminatorNetwork, generatorNetwork } from "./networks.ts";
import {
  discriminatorGradients,
  generatorGradients,
  type Gradients,
  scoreSelection,
} from "./step.ts";

/** Keep the streams of one seed apart. */
const GENERATOR_WEIGHTS = 0x6e01;
const DISCRIMINATOR_WEIGHTS = 0x6e02;
const DISCRIMINATOR_LATENTS = 0x6e03;
const GENERATOR_LATENTS = 0x6e04;
const SAMPLE_LATENTS = 0x6e05;

/** Rows of each digit in a picture of samples. */
const SAMPLE_ROWS = 10;

/** The conditional GAN in training. */
export class GanTrainer implements Trainer {
  readonly totalSteps: number;
  readonly evaluateEvery: number;
  readonly lossNames = ["discriminator", "penalty", "generator"];
  readonly exchangeSize: number;
  readonly #config: GanConfig;
  readonly #seed: number;
  readonly #dataset: Dataset;
  readonly #batches: ShardedBatches;
  readonly #generator: Replica;
  readonly #discriminator: Replica;
  readonly #total: Float32Array;

  /**
   * Makes both networks, as every worker of the group makes them.
   *
   * @param dataset Real images, training split only.
   * @param rank This worker's place, from 0.
   * @param workers How many train together.
   */
  constructor(
    config: GanConfig,
    seed: number,
    dataset: Dataset,
    rank: number,
    workers: number,
  ) {
    this.#config = config;
    this.#seed = seed;
    this.#dataset = dataset;
    this.#batches = new ShardedBatches(
      dataset,
      seed,
      config.batchSize,
      rank,
      workers,
    );
    this.totalSteps = config.epochs * this.#batches.stepsPerEpoch;
    this.evaluateEvery = config.sampleEvery;
    const generator = generatorNetwork(config.latentSize);
    const discriminator = discriminatorNetwork();
    this.#generator = new Replica(
      generator,
      initialParameters(parameterSpecs(generator), seed, GENERATOR_WEIGHTS),
    );
    this.#discriminator = new Replica(
      discriminator,
      initialParameters(
        parameterSpecs(discriminator),
        seed,
        DISCRIMINATOR_WEIGHTS,
      ),
    );
    this.exchangeSize = Math.max(
      this.#generator.exchangeSize,
      this.#discriminator.exchangeSize,
    );
    this.#total = new Float32Array(this.exchangeSize);
  }

  async step(step: number, exchange: Exchange): Promise<number[]> {
    const { indices, start } = this.#batches.at(step);
    const labels = Uint8Array.from(
      indices,
      (index) => this.#dataset.labels[index]!,
    );
    const real = this.#realImages(indices);
    const selection = scoreSelection(labels);

    const penalized = step % this.#config.penaltyEvery === 0;
    const discriminatorInputs = this.#generatorInputs(
      labels,
      DISCRIMINATOR_LATENTS,
      step,
      start,
    );
    const first = discriminatorGradients(
      this.#generator,
      this.#discriminator,
      real,
      discriminatorInputs,
      selection,
      penalized ? this.#config.penaltyWeight * this.#config.penaltyEvery : 0,
    );
    await this.#apply(this.#discriminator, first, step, exchange);

    const generatorInputs = this.#generatorInputs(
      labels,
      GENERATOR_LATENTS,
      step,
      start,
    );
    const second = generatorGradients(
      this.#generator,
      this.#discriminator,
      real,
      generatorInputs,
      selection,
    );
    const total = await this.#apply(this.#generator, second, step, exchange);
    this.#generator.updateAverages(
      total,
      warmedDecay(this.#config.averageDecay, step),
    );

    tf.dispose([real, selection, discriminatorInputs, generatorInputs]);
    const losses: number[] = [];
    for (const loss of [...first.losses, ...second.losses]) {
      losses.push((await loss.data())[0]!);
      loss.dispose();
    }
    return losses;
  }

  evaluate(): Promise<Record<string, number>> {
    return Promise.resolve({});
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
    const inputs = this.#generatorInputs(digits, SAMPLE_LATENTS, 0, 0);
    const output = floatModelOutput(folded, inputs);
    const images = await readValues(output);
    tf.dispose([inputs, output]);
    return { images, columns: CLASSES };
  }

  async state(): Promise<Map<string, Float32Array>> {
    return new Map([
      ...await this.#generator.state(),
      ...await this.#discriminator.state(),
    ]);
  }

  restore(state: ReadonlyMap<string, Float32Array>): void {
    this.#generator.restore(state);
    this.#discriminator.restore(state);
  }

  result(): Promise<Map<string, Float32Array>> {
    return this.#generator.averages();
  }

  /** Sums one network's gradients over the workers and updates it. */
  async #apply(
    replica: Replica,
    { gradients, statistics }: Gradients,
    step: number,
    exchange: Exchange,
  ): Promise<Float32Array> {
    const size = replica.exchangeSize;
    await replica.pack(
      gradients,
      statistics,
      exchange.outgoing(size),
      this.#batches.share,
    );
    const total = this.#total.subarray(0, size);
    exchange.sum(total);
    replica.applyGradients(total, this.#adam(step));
    return total;
  }

  #adam(step: number): AdamOptions {
    const { learningRate, decayFrom, finalLearningRate, beta1, beta2 } =
      this.#config;
    const progress = step / this.totalSteps;
    const fallen = Math.max(0, (progress - decayFrom) / (1 - decayFrom));
    return {
      learningRate: learningRate * (1 - fallen * (1 - finalLearningRate)),
      beta1,
      beta2,
      weightDecay: 0,
      step: step + 1,
    };
  }

  #realImages(indices: Uint32Array): tf.Tensor4D {
    const pixels = new Float32Array(indices.length * IMAGE_PIXELS);
    indices.forEach((index, i) =>
      copyImage(this.#dataset, index, pixels.subarray(i * IMAGE_PIXELS))
    );
    return tf.tensor4d(pixels, [indices.length, IMAGE_SIZE, IMAGE_SIZE, 1]);
  }

  /** One latent for every label, each a stream of its own place in the run. */
  #generatorInputs(
    labels: Uint8Array,
    stream: number,
    step: number,
    start: number,
  ): tf.Tensor2D {
    const width = generatorInputSize(this.#config.latentSize);
    const inputs = new Float32Array(labels.length * width);
    labels.forEach((label, i) =>
      writeGeneratorInput(
        inputs.subarray(i * width, (i + 1) * width),
        label,
        new Random(this.#seed, stream, step, start + i),
      )
    );
    return tf.tensor2d(inputs, [labels.length, width]);
  }
}
