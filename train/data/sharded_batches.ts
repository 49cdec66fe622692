/**
 * One worker's part of every batch of a run, by step.
 *
 * @module
 */

import { IMAGE_PIXELS } from "../../src/network/numbers.ts";
import { batchesPerEpoch, cutBatch, epochOrder, shard } from "./batches.ts";
import type { Dataset } from "./dataset.ts";

/** Which images one worker takes at one step. */
export interface WorkerBatch {
  /** Indices into the dataset. */
  readonly indices: Uint32Array;
  /** Place of the first of them in the whole batch. */
  readonly start: number;
}

/** Cuts a run's batches for one worker; keeps the current epoch's order. */
export class ShardedBatches {
  /** Full batches in an epoch. */
  readonly stepsPerEpoch: number;
  /** This worker's share of every batch, between 0 and 1. */
  readonly share: number;
  readonly #dataset: Dataset;
  readonly #seed: number;
  readonly #batchSize: number;
  readonly #start: number;
  readonly #end: number;
  #epoch = -1;
  #order: Uint32Array = new Uint32Array(0);

  /**
   * Begins before the first step.
   *
   * @param dataset Where the images are.
   * @param seed Names the order of the images.
   * @param batchSize Images a step, over all workers.
   * @param rank This worker's place, from 0.
   * @param workers How many share each batch.
   * @throws {RangeError} if a batch is larger than the dataset or smaller than the group.
   */
  constructor(
    dataset: Dataset,
    seed: number,
    batchSize: number,
    rank: number,
    workers: number,
  ) {
    this.#dataset = dataset;
    this.#seed = seed;
    this.#batchSize = batchSize;
    this.stepsPerEpoch = batchesPerEpoch(dataset.count, batchSize);
    const { start, end } = shard(rank, workers, batchSize);
    this.#start = start;
    this.#end = end;
    this.share = (end - start) / batchSize;
  }

  /**
   * This worker's part of the batch at a step.
   *
   * @param step From 0, over all epochs.
   */
  at(step: number): WorkerBatch {
    const epoch = Math.floor(step / this.stepsPerEpoch);
    if (epoch !== this.#epoch) {
      this.#order = epochOrder(this.#seed, epoch, this.#dataset.count);
      this.#epoch = epoch;
    }
    const batch = cutBatch(
      this.#order,
      step % this.stepsPerEpoch,
      this.#batchSize,
    );
    return {
      indices: batch.subarray(this.#start, this.#end),
      start: this.#start,
    };
  }
}

/**
 * Copies one image, as values in [0, 1].
 *
 * @param dataset Where it is.
 * @param index Which it is.
 * @param out Where to write its 784 values, from the beginning.
 */
export function copyImage(
  dataset: Dataset,
  index: number,
  out: Float32Array,
): void {
  const start = index * IMAGE_PIXELS;
  for (let i = 0; i < IMAGE_PIXELS; i++) {
    out[i] = dataset.images[start + i]! / 255;
  }
}
