/**
 * Messages between a run's main thread and its workers. A task is opaque here:
 * only its trainer knows what it is.
 *
 * @module
 */

import type { BackendName } from "../backend/mod.ts";
import type { ExchangeMemory } from "./exchange.ts";
import type { Samples } from "./trainer.ts";

/**
 * A run's position: the number of completed steps, and everything the next step
 * depends on.
 */
export interface Position {
  /** Steps done. */
  readonly step: number;
  /** Values by name, as `Trainer.state` returns them. */
  readonly state: ReadonlyMap<string, Float32Array>;
}

/** The order that the main thread sends each worker, once. */
export interface WorkerOrder<T> {
  /** What to train. */
  readonly task: T;
  /** Names every random stream. */
  readonly seed: number;
  /** Backend to compute on. */
  readonly backend: BackendName;
  /** This worker's rank, from 0. */
  readonly rank: number;
  /** The group's shared memory. */
  readonly exchange: ExchangeMemory;
  /**
   * Two 32-bit flags that the main thread sets: {@linkcode STOP}, {@linkcode
   * CHECKPOINT}.
   */
  readonly flags: SharedArrayBuffer;
  /** Where to resume; absent at the start of a run. */
  readonly position?: Position;
}

/** Flag: stop after this step, with a checkpoint. */
export const STOP = 0;

/** Flag: write a checkpoint after this step. */
export const CHECKPOINT = 1;

/** Reports of the first worker; the others only report failures. */
export type WorkerReport =
  | {
    readonly type: "ready";
    readonly totalSteps: number;
  }
  | {
    readonly type: "step";
    /** Steps done. */
    readonly step: number;
    /** Means over the whole batch, by name; without those that were not computed. */
    readonly losses: Readonly<Record<string, number>>;
  }
  | {
    readonly type: "evaluation";
    readonly step: number;
    readonly measures: Readonly<Record<string, number>>;
    readonly samples: Samples | undefined;
    /** A note for the user, if there is one. */
    readonly note?: string | undefined;
  }
  | { readonly type: "checkpoint"; readonly position: Position }
  | {
    readonly type: "end";
    /** Whether all steps were done; false after a stop. */
    readonly finished: boolean;
    readonly result: ReadonlyMap<string, Float32Array>;
  }
  | { readonly type: "failure"; readonly message: string };
