/**
 * What a run's main thread and its workers say to each other.
 *
 * @module
 */

import type { GanConfig, RecognizerConfig } from "../config.ts";
import type { BackendName } from "../backend/mod.ts";
import type { Dataset } from "../data/dataset.ts";
import type { FloatModel } from "../network/fold.ts";
import type { ExchangeMemory } from "./exchange.ts";
import type { Samples } from "./trainer.ts";

/** A GAN to train. */
export interface GanTask {
  readonly kind: "gan";
  readonly config: GanConfig;
  readonly training: Dataset;
}

/** A recognizer (or the judge) to train. */
export interface RecognizerTask {
  readonly kind: "recognizer";
  readonly config: RecognizerConfig;
  readonly training: Dataset;
  readonly validation: Dataset;
  /** Writes the generated share of each batch; needed where that is not 0. */
  readonly generator?: FloatModel;
}

/** What the workers of a run train. */
export type Task = GanTask | RecognizerTask;

/** Where a run stands: how many steps are done, and all that the next depends on. */
export interface Position {
  readonly step: number;
  readonly state: ReadonlyMap<string, Float32Array>;
}

/** What the main thread sends each worker, once. */
export interface WorkerOrder {
  readonly task: Task;
  readonly seed: number;
  readonly backend: BackendName;
  readonly rank: number;
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
