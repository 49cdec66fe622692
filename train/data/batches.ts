/**
 * Decides which images make up which batch. This is a pure function of seed,
 * epoch and batch, so a run's position suffices to resume it exactly.
 *
 * @module
 */

import { batchOrder } from "../../src/network/streams.ts";

/**
 * How many batches an epoch has. All are full: the remaining images, fewer than
 * a batch, are skipped in this epoch, and different ones in the next.
 *
 * @param count Images in the dataset.
 * @param batchSize Images in a batch.
 * @throws {RangeError} If there is not even one full batch.
 */
export function batchesPerEpoch(count: number, batchSize: number): number {
  if (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > count) {
    throw new RangeError(
      `batch size ${batchSize}, expected 1 to ${count}, the number of images`,
    );
  }
  return Math.floor(count / batchSize);
}

/**
 * The order in which an epoch visits the images: a permutation of 0 to count - 1.
 *
 * Takes about a millisecond for MNIST; to get every batch of an epoch, keep it
 * and use {@linkcode cutBatch}.
 *
 * @param seed The run's seed.
 * @param epoch From 0.
 * @param count Images in the dataset.
 */
export function epochOrder(
  seed: number,
  epoch: number,
  count: number,
): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  batchOrder(seed, epoch).shuffle(order);
  return order;
}

/**
 * One batch of an epoch's order; a view, not a copy.
 *
 * @param order From {@linkcode epochOrder}.
 * @param batch Position in the epoch, from 0.
 * @param batchSize Images in a batch.
 * @throws {RangeError} If the epoch has no such batch.
 */
export function cutBatch(
  order: Uint32Array,
  batch: number,
  batchSize: number,
): Uint32Array {
  const batches = batchesPerEpoch(order.length, batchSize);
  if (!Number.isInteger(batch) || batch < 0 || batch >= batches) {
    throw new RangeError(`batch ${batch}, expected 0 to ${batches - 1}`);
  }
  return order.subarray(batch * batchSize, (batch + 1) * batchSize);
}

/**
 * Indices of one batch, from its position alone.
 *
 * @param seed The run's seed.
 * @param epoch From 0.
 * @param batch Position in the epoch, from 0.
 * @param batchSize Images in a batch.
 * @param count Images in the dataset.
 * @throws {RangeError} If the epoch has no such batch.
 *
 * @example
 * ```ts
 * import { batchIndices } from "./batches.ts";
 * import assert from "node:assert/strict";
 *
 * const first = batchIndices(1, 0, 0, 4, 8);
 * const second = batchIndices(1, 0, 1, 4, 8);
 * assert.deepEqual([...first, ...second].sort(), [0, 1, 2, 3, 4, 5, 6, 7]);
 * ```
 */
export function batchIndices(
  seed: number,
  epoch: number,
  batch: number,
  batchSize: number,
  count: number,
): Uint32Array {
  return cutBatch(epochOrder(seed, epoch, count), batch, batchSize);
}

/**
 * The number of microbatches in a batch: the smallest that keeps each within
 * its size.
 *
 * @param batchSize Images in a batch.
 * @param microbatchSize Most images in a microbatch.
 * @throws {RangeError} If the size is not a positive integer.
 *
 * @example
 * ```ts
 * import { microbatchCount } from "./batches.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(microbatchCount(128, 32), 4);
 * assert.equal(microbatchCount(20, 32), 1);
 * ```
 */
export function microbatchCount(
  batchSize: number,
  microbatchSize: number,
): number {
  if (!Number.isInteger(microbatchSize) || microbatchSize < 1) {
    throw new RangeError(
      `microbatch size ${microbatchSize}, expected a positive integer`,
    );
  }
  return Math.ceil(batchSize / microbatchSize);
}

/** A part of a row of images: positions from `start`, `end` not included. */
export interface Shard {
  /** First position. */
  readonly start: number;
  /** One past the last position. */
  readonly end: number;
}

/**
 * One of several contiguous parts, in order. Sizes differ by at most one; with
 * more parts than images, some are empty.
 *
 * @param part From 0.
 * @param parts How many there are.
 * @param size Images in the whole.
 * @throws {RangeError} If there is no such part.
 *
 * @example
 * ```ts
 * import { shard } from "./batches.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(shard(1, 2, 7), { start: 3, end: 7 });
 * ```
 */
export function shard(part: number, parts: number, size: number): Shard {
  if (!Number.isInteger(parts) || parts < 1) {
    throw new RangeError(`${parts} parts, expected a positive integer`);
  }
  if (!Number.isInteger(part) || part < 0 || part >= parts) {
    throw new RangeError(`part ${part}, expected 0 to ${parts - 1}`);
  }
  return {
    start: Math.floor(part * size / parts),
    end: Math.floor((part + 1) * size / parts),
  };
}
