/**
 * Trains a recognizer on one worker of a group.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import {
  CLASSES,
  IMAGE_PIXELS,
  IMAGE_SIZE,
} from "../../src/network/numbers.ts";
import { networkOutputShape } from "../../src/network/shapes.ts";
import {
  augmentation,
  recognizerWeights,
  trainingDigitLatent,
} from "../../src/network/streams.ts";
import { softmaxCrossEntropy } from "../backend/mod.ts";
import type { RecognizerConfig } from "../config.ts";
import { augment, makeAugmentScratch } from "../data/augment.ts";
import { shard } from "../data/batches.ts";
import { copyImage } from "../data/dataset.ts";
import { type Microbatch, Microbatches } from "../data/microbatches.ts";
import { countCorrect } from "../evaluate/accuracy.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { type BatchStatistics, forward } from "../network/forward.ts";
import { FloatNetwork } from "../network/inference.ts";
import { initialParameters, parameterSpecs } from "../network/parameters.ts";
import { readValues } from "../network/read_values.ts";
import type { AdamOptions } from "../network/adam_options.ts";
import { Replica } from "../network/replica.ts";
import { warmedDecay } from "../network/warmed_decay.ts";
import type { Exchange } from "../parallel/exchange.ts";
import type { Samples, Trainer } from "../parallel/trainer.ts";
import type { RecognizerData } from "./recognizer_data.ts";
import { warmupCosine } from "./schedule.ts";
import { smoothedTargets } from "./targets.ts";

/** A recognizer in training. */
export class RecognizerTrainer implements Trainer {
  readonly totalSteps: number;
  readonly evaluateEvery: number;
  readonly lossNames = ["loss"];
  readonly parts: number;
  readonly exchangeSize: number;
  readonly #config: RecognizerConfig;
  readonly #seed: number;
  readonly #data: RecognizerData;
  readonly #batches: Microbatches;
  readonly #outputs: number;
  readonly #replica: Replica;
  readonly #total: Float32Array;
  readonly #scratch = makeAugmentScratch();
  #shown: Samples | undefined;

  /**
   * Creates the network, identically on every worker of the group.
   *
   * @throws {TypeError} if the generated share is not 0 and there is no
   * generator.
   */
  constructor(config: RecognizerConfig, seed: number, data: RecognizerData) {
    if (config.generatedShare > 0 && data.generated === undefined) {
      throw new TypeError(
        `a generated share of ${config.generatedShare} needs a trained generator`,
      );
    }
    this.#config = config;
    this.#seed = seed;
    this.#data = data;
    this.#batches = new Microbatches(data.training, seed, config);
    this.parts = this.#batches.count;
    this.totalSteps = config.epochs * this.#batches.stepsPerEpoch;
    this.evaluateEvery = this.#batches.stepsPerEpoch;
    const { network } = data;
    [this.#outputs = CLASSES] = networkOutputShape(network);
    this.#replica = new Replica(
      network,
      initialParameters(
        parameterSpecs(network),
        (place) => recognizerWeights(seed, place),
      ),
    );
    // The loss is exchanged with the gradients.
    this.exchangeSize = this.#replica.exchangeSize + 1;
    this.#total = new Float32Array(this.exchangeSize);
  }

  async step(step: number, exchange: Exchange): Promise<number[]> {
    const size = this.#replica.exchangeSize;
    for (const part of exchange.take()) {
      const microbatch = this.#batches.at(step, part);
      const { share } = microbatch;
      const { loss, gradients, statistics } = await this.#gradients(
        step,
        microbatch,
      );
      const out = exchange.outgoing(part, this.exchangeSize);
      const packed = out.subarray(0, size);
      await this.#replica.pack(gradients, statistics, packed, share);
      out[size] = share * (await readValues(loss))[0]!;
      loss.dispose();
    }
    exchange.sum(this.#total);
    const total = this.#total.subarray(0, size);
    this.#replica.applyGradients(total, this.#adam(step));
    this.#replica.updateAverages(
      total,
      warmedDecay(this.#config.averageDecay, step),
    );
    return [this.#total[size]!];
  }

  async evaluate(exchange: Exchange): Promise<Record<string, number>> {
    const { validation } = this.#data;
    const network = new FloatNetwork(
      foldBatchNorm(this.#replica.network, await this.#replica.averages()),
    );
    for (const part of exchange.take()) {
      const { start, end } = shard(part, exchange.parts, validation.count);
      const correct = await countCorrect(network, validation, start, end);
      exchange.outgoing(part, 1)[0] = correct;
    }
    network.dispose();
    const total = new Float32Array(1);
    exchange.sum(total);
    return { validation_accuracy: total[0]! / validation.count };
  }

  /** The microbatch that this worker took last, as the network saw it. */
  samples(): Promise<Samples | undefined> {
    return Promise.resolve(this.#shown);
  }

  state(): Promise<Map<string, Float32Array>> {
    return this.#replica.state();
  }

  restore(state: ReadonlyMap<string, Float32Array>): void {
    this.#replica.restore(state);
  }

  result(): Promise<Map<string, Float32Array>> {
    return this.#replica.averages();
  }

  /** Gradients of a microbatch's mean loss; the caller disposes of everything. */
  async #gradients(step: number, microbatch: Microbatch): Promise<{
    loss: tf.Scalar;
    gradients: tf.NamedTensorMap;
    statistics: BatchStatistics[];
  }> {
    const { indices, start } = microbatch;
    const labels = Uint8Array.from(
      indices,
      (index) => this.#data.training.labels[index]!,
    );
    const pixels = await this.#pixels(step, indices, labels, start);
    const { labelSmoothing } = this.#config;
    const values = smoothedTargets(labels, labelSmoothing, this.#outputs);
    return tf.tidy(() => {
      const input = tf.tensor4d(
        pixels,
        [labels.length, IMAGE_SIZE, IMAGE_SIZE, 1],
      );
      const targets = tf.tensor2d(values, [labels.length, this.#outputs]);
      const statistics: BatchStatistics[] = [];
      const { network, lookup, variables } = this.#replica;
      const { value, grads } = tf.variableGrads(() => {
        const logits = forward(network, lookup, input, {
          onStatistics: ({ layer, mean, variance }) =>
            statistics.push({
              layer,
              mean: tf.keep(mean),
              variance: tf.keep(variance),
            }),
        });
        return softmaxCrossEntropy(logits as tf.Tensor2D, targets);
      }, variables);
      return { loss: value, gradients: grads, statistics };
    });
  }

  /** Real, augmented and generated digits, one after another, in [0, 1]. */
  async #pixels(
    step: number,
    indices: Uint32Array,
    labels: Uint8Array,
    start: number,
  ): Promise<Float32Array> {
    const { augmentedShare, generatedShare, roughShare } = this.#config;
    const pixels = new Float32Array(indices.length * IMAGE_PIXELS);
    const imageAt = (i: number): Float32Array =>
      pixels.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
    const written: number[] = [];
    for (const [i, index] of indices.entries()) {
      // Spread evenly over the whole batch.
      const place = start + i;
      const isGenerated = Math.floor((place + 1) * generatedShare) >
        Math.floor(place * generatedShare);
      if (isGenerated && labels[i]! < CLASSES) written.push(i);
      else copyImage(this.#data.training, index, imageAt(i));
    }
    if (written.length > 0) {
      const digits = await this.#data.generated!.write(
        Uint8Array.from(written, (i) => labels[i]!),
        (k) => trainingDigitLatent(this.#seed, step, start + written[k]!),
      );
      written.forEach((i, k) =>
        imageAt(i).set(
          digits.subarray(k * IMAGE_PIXELS, (k + 1) * IMAGE_PIXELS),
        )
      );
    }
    for (let i = 0; i < indices.length; i++) {
      const random = augmentation(this.#seed, step, start + i);
      if (random.uniform() < augmentedShare) {
        augment(imageAt(i), random, { roughShare }, this.#scratch);
      }
    }
    this.#shown = { images: pixels, columns: 16 };
    return pixels;
  }

  #adam(step: number): AdamOptions {
    const { learningRate, warmup, beta1, beta2, weightDecay } = this.#config;
    return {
      learningRate: learningRate *
        warmupCosine((step + 0.5) / this.totalSteps, warmup),
      beta1,
      beta2,
      weightDecay,
      step: step + 1,
    };
  }
}
