/**
 * What a run's workers can train.
 *
 * @module
 */

import type { NetworkDescription } from "../../src/network/description.ts";
import { shapeSize } from "../../src/network/shapes.ts";
import type { GanConfig, RecognizerConfig } from "../config.ts";
import { microbatchCount } from "../data/batches.ts";
import type { Dataset } from "../data/dataset.ts";
import { discriminatorNetwork, generatorNetwork } from "../gan/networks.ts";
import { DISCRIMINATOR_LOSSES } from "../gan/step.ts";
import type { FloatModel } from "../network/fold.ts";
import { parameterSpecs } from "../network/parameters.ts";
import type { ExchangeSize } from "../parallel/exchange.ts";

/** A GAN to train. */
export interface GanTask {
  /** Discriminates the tasks. */
  readonly kind: "gan";
  /** Its hyperparameters. */
  readonly config: GanConfig;
  /** Real images. */
  readonly training: Dataset;
  /** Real images that generators are compared with. */
  readonly validation: Dataset;
  /**
   * A recognizer that was trained only on real digits; its features are used to
   * compare generated and real digits. Without one, nothing is compared and the
   * last generator is the result.
   */
  readonly judge?: FloatModel;
}

/** A recognizer (or the judge) to train. */
export interface RecognizerTask {
  /** Discriminates the tasks. */
  readonly kind: "recognizer";
  /** Its network. */
  readonly network: NetworkDescription;
  /** Its hyperparameters. */
  readonly config: RecognizerConfig;
  /** Images to learn from. */
  readonly training: Dataset;
  /** Images on which each epoch is evaluated. */
  readonly validation: Dataset;
  /** Generates its share of each batch; required unless that is 0. */
  readonly generator?: FloatModel;
}

/** What the workers of a run train. */
export type Task = GanTask | RecognizerTask;

/**
 * The number of parts of a task's batches, and the maximum numbers per part.
 */
export function exchangeSize(task: Task): ExchangeSize {
  const { batchSize, microbatchSize } = task.config;
  const networks = task.kind === "gan"
    ? [
      generatorNetwork(task.config.latentSize),
      discriminatorNetwork(task.config.discriminator),
    ]
    : [task.network];
  return {
    parts: microbatchCount(batchSize, microbatchSize),
    // No step has more losses than the discriminator's.
    capacity: Math.max(...networks.map(parameterCount)) + DISCRIMINATOR_LOSSES,
  };
}

function parameterCount(network: NetworkDescription): number {
  return parameterSpecs(network)
    .reduce((count, { shape }) => count + shapeSize(shape), 0);
}

/** The same task with its images in shared memory, so that no worker needs a copy. */
export function withSharedImages(task: Task): Task {
  return {
    ...task,
    training: inSharedMemory(task.training),
    validation: inSharedMemory(task.validation),
  };
}

function inSharedMemory(dataset: Dataset): Dataset {
  const images = new Uint8Array(new SharedArrayBuffer(dataset.images.length));
  images.set(dataset.images);
  return { ...dataset, images };
}
