/**
 * What a run's main thread and its workers say to each other. A task is whatever
 * the workers train: it is only passed on.
 *
 * @module
 */

import type { BackendName } from "../backend/mod.ts";
import type { ExchangeMemory } from "./exchange.ts";
import type { Samples } from "./trainer.ts";

/** Where a run stands: how many steps are done, and all that the next depends on. */
export interface Position {
  /** Steps done. */
  readonly step: number;
  /** Values by name, as `Trainer.state` returns them. */
  readonly state: ReadonlyMap<string, Float32Array>;
}

/** What the main thread sends each worker, once. */
export interface WorkerOrder<T> {
  /** What to train. */
  readonly task: T;
  /** Names every random stream. */
  readonly seed: number;
  /** What to compute on. */
  readonly backend: BackendName;
  /** This worker's place, from 0. */
  readonly rank: number;
  /** The group's shared memory. */
  readonly exchange: ExchangeMemory;
  /** Two 32-bit flags that the main thread raises: {@linkcode STOP}, {@linkcode CHECKPOINT}. */
  readonly flags: SharedArrayBuffer;
  /** Where to go on from; absent at a run's start. */
  readonly position?: Position;
}

/** Flag: stop after this step, with a checkpoint. */
export const STOP = 0;

/** Flag: make a checkpoint after this step. */
export const CHECKPOINT = 1;

/** What the first worker reports; the others report failures alone. */
export type WorkerReport =
  | {
    readonly type: "ready";
    readonly totalSteps: number;
  }
  | {
    readonly type: "step";
    /** Steps done. */
    readonly step: number;
    /** Means over the whole batch, by name. */
    readonly losses: Readonly<Record<string, number>>;
  }
  | {
    readonly type: "evaluation";
    readonly step: number;
    readonly measures: Readonly<Record<string, number>>;
    readonly samples: Samples | undefined;
  }
  | { readonly type: "checkpoint"; readonly position: Position }
  | {
    readonly type: "end";
    /** Whether all steps were done; false after a stop. */
    readonly finished: boolean;
    readonly result: ReadonlyMap<string, Float32Array>;
  }
  | { readonly type: "failure"; readonly message: string };
