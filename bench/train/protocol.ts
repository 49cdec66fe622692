/**
 * Messages between the benchmark and its workers. Each worker has its own
 * TensorFlow.js, so that the published kernels and Inkling's stay apart.
 *
 * @module
 */

import type { GanKind } from "../../train/config.ts";
import type { ExchangeMemory } from "../../train/parallel/exchange.ts";
import type { KernelTime } from "./profile.ts";

/** What a worker should measure. */
export type BenchRequest =
  | {
    readonly measure: "start";
    /**
     * The group that trains with Inkling's kernels; absent for the published
     * backend.
     */
    readonly group?: { readonly memory: ExchangeMemory; readonly rank: number };
  }
  | { readonly measure: "training"; readonly steps: number }
  | { readonly measure: "profile"; readonly steps: number }
  | { readonly measure: "gans"; readonly steps: number }
  | {
    readonly measure: "kernels";
    /** Seconds per kernel in a round. */
    readonly seconds: number;
    /**
     * Rounds, interleaved with the ceiling; absent for the published kernels.
     */
    readonly rounds?: number;
  };

/** Time of one kernel case. */
export interface CaseTime {
  /** Name of the case. */
  readonly name: string;
  /**
   * Operations of the plain algorithm per second, in 10^9, by the shortest of
   * many runs.
   */
  readonly gigaflops: number;
  /**
   * The 128-bit multiply-add ceiling measured alongside; absent for the
   * published kernels.
   */
  readonly ceiling?: number;
}

/** Steps of one kind of GAN, on one worker. */
export interface GanTimes {
  /** Its kind. */
  readonly kind: GanKind;
  /** Images per step. */
  readonly images: number;
  /** Time of each step. */
  readonly milliseconds: readonly number[];
  /** Time of each kernel in as many further steps, the longest first. */
  readonly profile: readonly KernelTime[];
}

/** A worker's answer; all times are in milliseconds. */
export interface BenchAnswer {
  /** Time of each training step. */
  readonly steps?: readonly number[];
  /** Processor time of all steps together, of the whole process. */
  readonly processorTime?: number;
  /** Time of each kernel, the longest first. */
  readonly profile?: readonly KernelTime[];
  /** Steps of each kind of GAN. */
  readonly gans?: readonly GanTimes[];
  /** Speed of each kernel case. */
  readonly cases?: readonly CaseTime[];
}
