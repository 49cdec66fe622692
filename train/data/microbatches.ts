/**
 * The batches of a run, by step, each cut into microbatches: parts that a
 * worker computes at a time. How a batch is cut does not depend on the workers.
 *
 * @module
 */

import {
  batchesPerEpoch,
  cutBatch,
  epochOrder,
  microbatchCount,
  shard,
} from "./batches.ts";
import type { Dataset } from "./dataset.ts";

/** The images of a microbatch. */
export interface Microbatch {
  /** Indices into the dataset. */
  readonly indices: Uint32Array;
  /** Place of the first of them in the whole batch. */
  readonly start: number;
  /** Its images as a share of the whole batch's, above 0 and at most 1. */
  readonly share: number;
}

/** How images become batches, and batches microbatches. */
export interface BatchSizes {
  /** Images per step. */
  readonly batchSize: number;
  /** Maximum images per microbatch. */
  readonly microbatchSize: number;
}

/** Cuts a run's batches; keeps the current epoch's order. */
export class Microbatches {
  /** Full batches in an epoch. */
  readonly stepsPerEpoch: number;
  /** Microbatches in a batch. */
  readonly count: number;
  readonly #dataset: Dataset;
  readonly #seed: number;
  readonly #batchSize: number;
  #epoch = -1;
  #order: Uint32Array = new Uint32Array(0);

  /**
   * Starts before the first step.
   *
   * @param dataset Where the images are.
   * @param seed Seed of the order of the images.
   * @throws {RangeError} if a batch is larger than the dataset, or a size is
   *   not a positive integer.
   */
  constructor(dataset: Dataset, seed: number, sizes: BatchSizes) {
    this.#dataset = dataset;
    this.#seed = seed;
    this.#batchSize = sizes.batchSize;
    this.stepsPerEpoch = batchesPerEpoch(dataset.count, sizes.batchSize);
    this.count = microbatchCount(sizes.batchSize, sizes.microbatchSize);
  }

  /**
   * One microbatch of the batch at a step.
   *
   * @param step From 0, over all epochs.
   * @param part Which microbatch, from 0.
   * @throws {RangeError} if the batch has no such microbatch.
   */
  at(step: number, part: number): Microbatch {
    const epoch = Math.floor(step / this.stepsPerEpoch);
    if (epoch !== this.#epoch) {
      this.#order = epochOrder(this.#seed, epoch, this.#dataset.count);
      this.#epoch = epoch;
    }
    const size = this.#batchSize;
    const batch = cutBatch(this.#order, step % this.stepsPerEpoch, size);
    const { start, end } = shard(part, this.count, size);
    return {
      indices: batch.subarray(start, end),
      start,
      share: (end - start) / size,
    };
  }
}
