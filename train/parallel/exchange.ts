/**
 * How the workers of one training run share the parts of a batch and add up
 * what they computed from them.
 *
 * A batch has a fixed number of parts. Workers take them as they get free,
 * write each part's numbers into that part's slot of shared memory, wait for
 * the others when none is left, and add all slots in the order of the parts.
 * So every worker gets the same sum to the last bit, whoever took which part
 * and however many they are; and where one core is slower than another just
 * then, the faster takes more. It knows nothing of gradients or networks.
 *
 * @module
 */

/** How much a group's exchanges hold. */
export interface ExchangeSize {
  /** How many parts there are to take before each sum, at least 1. */
  readonly parts: number;
  /** Most float32 numbers that one part may bring. */
  readonly capacity: number;
}

/** Shared memory of one group of workers; plain data, sent by `postMessage`. */
export interface ExchangeMemory extends ExchangeSize {
  /** How many workers take part. */
  readonly workers: number;
  /** Five 32-bit numbers, see the places below. */
  readonly control: SharedArrayBuffer;
  /** Two sets of one slot a part, used in turn. */
  readonly slots: SharedArrayBuffer;
}

/** Places in the control memory: workers at the barrier, and barriers passed. */
const ARRIVALS = 0;
const GENERATION = 1;
/** Parts taken since the last barrier. */
const TAKEN = 2;
/** What the first worker passes on, two places used in turn. */
const PASSED_ON = 3;

const CONTROL_LENGTH = 5;

/**
 * Allocates the shared memory for a group.
 *
 * @param workers Size of the group, at least 1.
 * @param parts Parts before each sum, at least 1.
 * @param capacity Most float32 numbers that one part may bring.
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
  /** How many workers take part. */
  readonly workers: number;
  /** This worker's place, from 0. */
  readonly rank: number;
  /** How many parts there are to take before each sum. */
  readonly parts: number;
  readonly #control: Int32Array;
  readonly #slots: Float32Array[][];
  #turn = 0;
  #passedOn = 0;

  /**
   * Joins the group.
   *
   * @param memory The group's memory, the same for every worker.
   * @param rank This worker's place, from 0 to `workers - 1`.
   * @throws {RangeError} if the rank is not of this group.
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
   * Takes parts that no other worker has taken, one after another until none
   * is left. Call {@linkcode sum} afterwards.
   */
  *take(): Generator<number, void, void> {
    for (;;) {
      const part = Atomics.add(this.#control, TAKEN, 1);
      if (part >= this.parts) return;
      yield part;
    }
  }

  /**
   * Where the worker that took a part writes what it brings to the next
   * {@linkcode sum}.
   *
   * @throws {RangeError} if the length is over the group's capacity.
   */
  outgoing(part: number, length: number): Float32Array {
    const slot = this.#slots[this.#turn]![part]!;
    if (length > slot.length) {
      throw new RangeError(
        `a part brings at most ${slot.length} numbers, found ${length}`,
      );
    }
    return slot.subarray(0, length);
  }

  /**
   * Waits for all workers, then adds what they wrote to
   * {@linkcode outgoing}, part 0 first.
   *
   * @param total Receives the sums; as long as every part's `outgoing`.
   */
  sum(total: Float32Array): void {
    // Two sets of slots in turn make one barrier an exchange enough: a slot is
    // written again only after the barrier that follows everybody's reading.
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
   * Waits for all workers and returns to each what the first one brought.
   *
   * @param value A 32-bit integer; only that of the first worker counts.
   */
  fromFirst(value: number): number {
    // Two places in turn, for the same reason as the slots.
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
      // Everybody is here, so nobody is taking parts.
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
