/**
 * Trains the conditional GAN on one worker of a group.
 *
 * @module
 */

import {
  discriminatorLatent,
  discriminatorWeights,
  generatorLatent,
  generatorWeights,
  penaltyShare,
} from "../../src/network/streams.ts";
import type { NetworkDescription } from "../../src/network/description.ts";
import type { Random } from "../../src/network/random.ts";
import * as tf from "@tensorflow/tfjs";
import type { GanConfig } from "../config.ts";
import type { Dataset } from "../data/dataset.ts";
import { type Microbatch, Microbatches } from "../data/microbatches.ts";
import { initialParameters, parameterSpecs } from "../network/parameters.ts";
import { Replica } from "../network/replica.ts";
import { warmedDecay } from "../network/warmed_decay.ts";
import type { Exchange } from "../parallel/exchange.ts";
import type { Samples, StepLosses, Trainer } from "../parallel/trainer.ts";
import { type GanBatch, ganBatch } from "./batch.ts";
import type { Checkup } from "./checkup.ts";
import { Keeper } from "./keeper.ts";
import { GAN_LOSSES, type GanLosses } from "./kinds.ts";
import { discriminatorNetwork, generatorNetwork } from "./networks.ts";
import { sampleSheet } from "./sample_sheet.ts";
import { adamAt, generatorLabelWeight } from "./schedule.ts";
import { type PartGradients, sharedGradients } from "./shared_gradients.ts";
import {
  DISCRIMINATOR_LOSSES,
  discriminatorGradients,
  type GanReplicas,
  GENERATOR_LOSSES,
  generatorGradients,
  type Gradients,
} from "./step.ts";

/** The conditional GAN in training. */
export class GanTrainer implements Trainer {
  readonly totalSteps: number;
  readonly evaluateEvery: number;
  readonly lossNames = [
    "discriminator",
    "penalty",
    "generator",
    "real labels",
    "generated labels",
  ];
  readonly parts: number;
  readonly exchangeSize: number;
  readonly #config: GanConfig;
  readonly #losses: GanLosses;
  readonly #seed: number;
  readonly #dataset: Dataset;
  readonly #batches: Microbatches;
  readonly #replicas: GanReplicas;
  readonly #total: Float32Array;
  readonly #keeper: Keeper | undefined;
  #stepsDone = 0;
  #note: string | undefined;

  /**
   * Creates both networks, identically on every worker of the group.
   *
   * @param dataset Real images, training split only.
   * @param checkup Measures the generator; without one, the last generator is
   * the result.
   */
  constructor(
    config: GanConfig,
    seed: number,
    dataset: Dataset,
    checkup?: Pick<Checkup, "measure">,
  ) {
    this.#config = config;
    this.#losses = GAN_LOSSES[config.kind];
    this.#seed = seed;
    this.#dataset = dataset;
    this.#batches = new Microbatches(dataset, seed, config);
    this.parts = this.#batches.count;
    this.totalSteps = config.epochs * this.#batches.stepsPerEpoch;
    this.evaluateEvery = config.sampleEvery;
    const generator = newReplica(
      generatorNetwork(config.latentSize),
      (place) => generatorWeights(seed, place),
    );
    const discriminator = newReplica(
      discriminatorNetwork(config.discriminator),
      (place) => discriminatorWeights(seed, place),
    );
    this.#replicas = { generator, discriminator };
    this.exchangeSize = Math.max(
      generator.exchangeSize + GENERATOR_LOSSES,
      discriminator.exchangeSize + DISCRIMINATOR_LOSSES,
    );
    this.#total = new Float32Array(this.exchangeSize);
    this.#keeper = checkup &&
      new Keeper(checkup, this.#replicas, this.#losses.leastDiscriminatorLoss);
  }

  async step(step: number, exchange: Exchange): Promise<StepLosses> {
    const weight = this.#penaltyWeight(step);
    const [discriminator, penalty, realLabels] = await this.#discriminatorStep(
      step,
      weight,
      exchange,
    );
    this.#keeper?.addLoss(discriminator!);
    const isGeneratorsTurn = (step + 1) % this.#config.discriminatorSteps === 0;
    const [generator, generatedLabels] = isGeneratorsTurn
      ? await this.#generatorStep(step, exchange)
      : [];
    this.#stepsDone = step + 1;
    const readsLabels = this.#config.labelWeight !== 0;
    return [
      discriminator,
      weight === 0 ? undefined : penalty,
      generator,
      readsLabels ? realLabels : undefined,
      readsLabels ? generatedLabels : undefined,
    ];
  }

  /** The penalty's weight at a step; 0 at steps without one. */
  #penaltyWeight(step: number): number {
    const { penaltyWeight, penaltyEvery } = this.#config;
    return step % penaltyEvery === 0 ? penaltyWeight * penaltyEvery : 0;
  }

  async #discriminatorStep(
    step: number,
    penaltyWeight: number,
    exchange: Exchange,
  ): Promise<number[]> {
    const { discriminator } = this.#replicas;
    const { labelWeight } = this.#config;
    const { total, losses } = await sharedGradients(
      exchange,
      discriminator,
      this.#total.subarray(
        0,
        discriminator.exchangeSize + DISCRIMINATOR_LOSSES,
      ),
      (part) =>
        this.#part(
          step,
          part,
          discriminatorLatent,
          (batch) =>
            discriminatorGradients(
              this.#replicas,
              batch,
              this.#losses,
              { penalty: penaltyWeight, labels: labelWeight },
            ),
        ),
    );
    discriminator.applyGradients(
      total,
      adamAt(this.#config, step, this.totalSteps),
    );
    return losses;
  }

  async #generatorStep(step: number, exchange: Exchange): Promise<number[]> {
    const { generator } = this.#replicas;
    const { averageDecay, discriminatorSteps } = this.#config;
    const labelWeight = generatorLabelWeight(
      this.#config,
      step,
      this.totalSteps,
    );
    const { total, losses } = await sharedGradients(
      exchange,
      generator,
      this.#total.subarray(0, generator.exchangeSize + GENERATOR_LOSSES),
      (part) =>
        this.#part(
          step,
          part,
          generatorLatent,
          (batch) =>
            generatorGradients(this.#replicas, batch, this.#losses, {
              labels: labelWeight,
            }),
        ),
    );
    generator.applyGradients(total, {
      ...adamAt(this.#config, step, this.totalSteps),
      step: (step + 1) / discriminatorSteps,
    });
    generator.updateAverages(
      total,
      warmedDecay(averageDecay, step) ** discriminatorSteps,
    );
    return losses;
  }

  /** Computes gradients on one microbatch. */
  #part(
    step: number,
    part: number,
    latentOf: (seed: number, step: number, place: number) => Random,
    compute: (batch: GanBatch) => Gradients,
  ): PartGradients {
    const { indices, start, share }: Microbatch = this.#batches.at(step, part);
    const { latentSize } = this.#config;
    const batch = ganBatch(this.#dataset, indices, latentSize, {
      latent: (i) => latentOf(this.#seed, step, start + i),
      share: (i) => penaltyShare(this.#seed, step, start + i),
    });
    const gradients = compute(batch);
    tf.dispose({ ...batch });
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

  samples(): Promise<Samples> {
    return sampleSheet(
      this.#replicas.generator,
      this.#config.latentSize,
      this.#seed,
    );
  }

  async state(): Promise<Map<string, Float32Array>> {
    const { generator, discriminator } = this.#replicas;
    return new Map([
      ...await generator.state(),
      ...await discriminator.state(),
      ...this.#keeper?.state() ?? [],
    ]);
  }

  restore(state: ReadonlyMap<string, Float32Array>): void {
    const { generator, discriminator } = this.#replicas;
    generator.restore(state);
    discriminator.restore(state);
    this.#keeper?.restore(state);
  }

  async result(): Promise<ReadonlyMap<string, Float32Array>> {
    return this.#keeper?.best() ?? await this.#replicas.generator.averages();
  }
}

/** A network with its first values. */
function newReplica(
  network: NetworkDescription,
  weightsOf: (place: number) => Random,
): Replica {
  const specs = parameterSpecs(network);
  return new Replica(network, initialParameters(specs, weightsOf));
}
