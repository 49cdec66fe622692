/**
 * What a run's main thread and its workers say to each other.
 *
 * @module
 */

import type { NetworkDescription } from "../../src/network/description.ts";
import type { GanConfig, RecognizerConfig } from "../config.ts";
import type { BackendName } from "../backend/mod.ts";
import type { Dataset } from "../data/dataset.ts";
import type { FloatModel } from "../network/fold.ts";
import type { ExchangeMemory } from "./exchange.ts";
import type { Samples } from "./trainer.ts";

/** A GAN to train. */
export interface GanTask {
  /** Tells it from a recognizer. */
  readonly kind: "gan";
  /** Its hyperparameters. */
  readonly config: GanConfig;
  /** Real images. */
  readonly training: Dataset;
}

/** A recognizer (or the judge) to train. */
export interface RecognizerTask {
  /** Tells it from a GAN. */
  readonly kind: "recognizer";
  /** Its network. */
  readonly network: NetworkDescription;
  /** Its hyperparameters. */
  readonly config: RecognizerConfig;
  /** Images to learn from. */
  readonly training: Dataset;
  /** Images that each epoch is measured on. */
  readonly validation: Dataset;
  /** Writes the generated share of each batch; needed where that is not 0. */
  readonly generator?: FloatModel;
}

/** What the workers of a run train. */
export type Task = GanTask | RecognizerTask;

/** Where a run stands: how many steps are done, and all that the next depends on. */
export interface Position {
  /** Steps done. */
  readonly step: number;
  /** Values by name, as `Trainer.state` gives them. */
  readonly state: ReadonlyMap<string, Float32Array>;
}

/** What the main thread sends each worker, once. */
export interface WorkerOrder {
  /** What to train. */
  readonly task: Task;
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
