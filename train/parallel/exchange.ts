/**
 * Lets the workers of a training run share the parts of a batch and sum their
 * results.
 *
 * A batch has a fixed number of parts. Workers take parts as they become free,
 * write each part's numbers into its slot of shared memory, wait for the others
 * when none is left, and sum all slots in the order of the parts. So every
 * worker gets the same sum to the last bit, regardless of who took which part
 * and of the number of workers, and faster cores take more parts. This file
 * knows nothing about gradients or networks.
 *
 * @module
 */

/** Size of a group's exchanges. */
export interface ExchangeSize {
  /** Parts per sum, at least 1. */
  readonly parts: number;
  /** Maximum float32 numbers per part. */
  readonly capacity: number;
}

/** Shared memory of one group of workers; plain data, sent by `postMessage`. */
export interface ExchangeMemory extends ExchangeSize {
  /** Number of workers. */
  readonly workers: number;
  /** Five 32-bit numbers, at the indices below. */
  readonly control: SharedArrayBuffer;
  /** Two sets of one slot per part, used alternately. */
  readonly slots: SharedArrayBuffer;
}

/**
 * Indices in the control memory: workers at the barrier, and barriers passed.
 */
const ARRIVALS = 0;
const GENERATION = 1;
/** Parts taken since the last barrier. */
const TAKEN = 2;
/** The first worker's broadcast, two indices used alternately. */
const PASSED_ON = 3;

const CONTROL_LENGTH = 5;

/**
 * Allocates the shared memory for a group.
 *
 * @param workers Size of the group, at least 1.
 * @param parts Parts before each sum, at least 1.
 * @param capacity Maximum float32 numbers per part.
 */
export function allocateExchange(
  workers: number,
  parts: number,
  capacity: number,
): ExchangeMemory {
  return {
    workers,
    parts,
    capacity,
    control: new SharedArrayBuffer(
      CONTROL_LENGTH * Int32Array.BYTES_PER_ELEMENT,
    ),
    slots: new SharedArrayBuffer(
      2 * parts * capacity * Float32Array.BYTES_PER_ELEMENT,
    ),
  };
}

/** One worker's end of the exchange. */
export class Exchange {
  /** Number of workers. */
  readonly workers: number;
  /** This worker's rank, from 0. */
  readonly rank: number;
  /** Parts per sum. */
  readonly parts: number;
  readonly #control: Int32Array;
  readonly #slots: Float32Array[][];
  #turn = 0;
  #passedOn = 0;

  /**
   * Joins the group.
   *
   * @param memory The group's memory, the same for every worker.
   * @param rank This worker's rank, from 0 to `workers - 1`.
   * @throws {RangeError} if the rank is out of range.
   */
  constructor(memory: ExchangeMemory, rank: number) {
    const { workers, parts, capacity } = memory;
    if (!(rank >= 0 && rank < workers)) {
      throw new RangeError(
        `rank must be from 0 to ${workers - 1}, found ${rank}`,
      );
    }
    this.workers = workers;
    this.rank = rank;
    this.parts = parts;
    this.#control = new Int32Array(memory.control);
    const bytes = capacity * Float32Array.BYTES_PER_ELEMENT;
    this.#slots = [0, 1].map((set) =>
      Array.from(
        { length: parts },
        (_, part) =>
          new Float32Array(
            memory.slots,
            (set * parts + part) * bytes,
            capacity,
          ),
      )
    );
  }

  /**
   * Yields parts that no other worker has taken, until none is left. Call
   * {@linkcode sum} afterwards.
   */
  *take(): Generator<number, void, void> {
    for (;;) {
      const part = Atomics.add(this.#control, TAKEN, 1);
      if (part >= this.parts) return;
      yield part;
    }
  }

  /**
   * Where the worker that took a part writes its contribution to the next
   * {@linkcode sum}.
   *
   * @throws {RangeError} if the length exceeds the group's capacity.
   */
  outgoing(part: number, length: number): Float32Array {
    const slot = this.#slots[this.#turn]![part]!;
    if (length > slot.length) {
      throw new RangeError(
        `a part has at most ${slot.length} numbers, found ${length}`,
      );
    }
    return slot.subarray(0, length);
  }

  /**
   * Waits for all workers, then sums what they wrote to {@linkcode outgoing},
   * part 0 first.
   *
   * @param total Receives the sums; as long as every part's `outgoing`.
   */
  sum(total: Float32Array): void {
    // With two alternating sets of slots, one barrier per exchange is enough: a
    // slot is only written again after the barrier that follows everybody's
    // reading.
    const slots = this.#slots[this.#turn]!;
    this.#turn = 1 - this.#turn;
    this.#barrier();
    total.set(slots[0]!.subarray(0, total.length));
    for (const slot of slots.slice(1)) {
      for (let i = 0; i < total.length; i++) {
        total[i] = total[i]! + slot[i]!;
      }
    }
  }

  /**
   * Broadcasts: waits for all workers and returns the first one's value to
   * each.
   *
   * @param value A 32-bit integer; only the first worker's counts.
   */
  fromFirst(value: number): number {
    // Two alternating indices, for the same reason as the slots.
    const place = PASSED_ON + this.#passedOn;
    this.#passedOn = 1 - this.#passedOn;
    if (this.rank === 0) Atomics.store(this.#control, place, value);
    this.#barrier();
    return Atomics.load(this.#control, place);
  }

  #barrier(): void {
    const control = this.#control;
    const generation = Atomics.load(control, GENERATION);
    if (Atomics.add(control, ARRIVALS, 1) + 1 === this.workers) {
      // All workers are here, so none is taking parts.
      Atomics.store(control, TAKEN, 0);
      Atomics.store(control, ARRIVALS, 0);
      Atomics.add(control, GENERATION, 1);
      Atomics.notify(control, GENERATION);
      return;
    }
    while (Atomics.load(control, GENERATION) === generation) {
      Atomics.wait(control, GENERATION, generation);
    }
  }
}
