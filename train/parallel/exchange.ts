/**
 * How the workers of one training run add up what each has computed.
 *
 * Every worker writes its numbers into a slot of its own in shared memory,
 * waits for the others, and adds all slots in the order of rank. The order is
 * fixed, so every worker gets the same sum to the last bit, whatever the
 * timing. It knows nothing of gradients or networks.
 *
 * @module
 */

/** Shared memory of one group of workers; plain data, sent by `postMessage`. */
export interface ExchangeMemory {
  /** How many workers take part. */
  readonly workers: number;
  /** Most numbers that one exchange may carry. */
  readonly capacity: number;
  /** Two 32-bit counters: arrivals at the barrier, and its generation. */
  readonly control: SharedArrayBuffer;
  /** Two sets of one slot a worker, used in turn. */
  readonly slots: SharedArrayBuffer;
}

const ARRIVALS = 0;
const GENERATION = 1;

/**
 * Allocates the shared memory for a group.
 *
 * @param workers Size of the group, at least 1.
 * @param capacity Most float32 numbers that one exchange may carry.
 */
export function allocateExchange(
  workers: number,
  capacity: number,
): ExchangeMemory {
  return {
    workers,
    capacity,
    control: new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT),
    slots: new SharedArrayBuffer(
      2 * workers * capacity * Float32Array.BYTES_PER_ELEMENT,
    ),
  };
}

/** One worker's end of the exchange. */
export class Exchange {
  /** How many workers take part. */
  readonly workers: number;
  /** This worker's place in the order, from 0. */
  readonly rank: number;
  readonly #control: Int32Array;
  readonly #slots: Float32Array[][];
  #turn = 0;

  /**
   * Joins the group.
   *
   * @param memory The group's memory, the same for every worker.
   * @param rank This worker's place, from 0 to `workers - 1`.
   * @throws {RangeError} if the rank is not of this group.
   */
  constructor(memory: ExchangeMemory, rank: number) {
    if (!(rank >= 0 && rank < memory.workers)) {
      throw new RangeError(
        `rank must be from 0 to ${memory.workers - 1}, found ${rank}`,
      );
    }
    this.workers = memory.workers;
    this.rank = rank;
    this.#control = new Int32Array(memory.control);
    const bytes = memory.capacity * Float32Array.BYTES_PER_ELEMENT;
    this.#slots = [0, 1].map((set) =>
      Array.from(
        { length: memory.workers },
        (_, worker) =>
          new Float32Array(
            memory.slots,
            (set * memory.workers + worker) * bytes,
            memory.capacity,
          ),
      )
    );
  }

  /**
   * Where this worker writes what it brings to the next {@linkcode sum}.
   *
   * @throws {RangeError} if the length is over the group's capacity.
   */
  outgoing(length: number): Float32Array {
    const slot = this.#slots[this.#turn]![this.rank]!;
    if (length > slot.length) {
      throw new RangeError(
        `an exchange carries at most ${slot.length} numbers, found ${length}`,
      );
    }
    return slot.subarray(0, length);
  }

  /**
   * Waits for all workers, then adds what they wrote to
   * {@linkcode outgoing}, rank 0 first.
   *
   * @param total Receives the sums; as long as every worker's `outgoing`.
   */
  sum(total: Float32Array): void {
    // Two sets of slots in turn make one barrier an exchange enough: a slot is
    // written again only after the barrier that follows everybody's reading.
    const slots = this.#slots[this.#turn]!;
    this.#turn = 1 - this.#turn;
    this.#barrier();
    total.set(slots[0]!.subarray(0, total.length));
    for (let rank = 1; rank < this.workers; rank++) {
      const slot = slots[rank]!;
      for (let i = 0; i < total.length; i++) {
        total[i] = total[i]! + slot[i]!;
      }
    }
  }

  #barrier(): void {
    if (this.workers === 1) return;
    const control = this.#control;
    const generation = Atomics.load(control, GENERATION);
    if (Atomics.add(control, ARRIVALS, 1) + 1 === this.workers) {
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
