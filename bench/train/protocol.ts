/**
 * Messages between the benchmark and its workers. Each worker has its own
 * TensorFlow.js, so that the published kernels and Inkling's stay apart.
 *
 * @module
 */

import type { GanKind } from "../../train/config.ts";
import type { ExchangeMemory } from "../../train/parallel/exchange.ts";
import type { Profile } from "./profile.ts";

/** A group that trains with Inkling's kernels, and a worker's rank in it. */
export type Group = { readonly memory: ExchangeMemory; readonly rank: number };

/**
 * Who trains: TensorFlow.js's backend as published, jax-js, or a group with
 * Inkling's kernels.
 */
export type Contender = "stock" | "jax-js" | Group;

/** What a worker should measure. */
export type BenchRequest =
  | { readonly measure: "start"; readonly contender: Contender }
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
  /** As many further steps by kernel. */
  readonly profile: Profile;
}

/** A worker's answer; all times are in milliseconds. */
export interface BenchAnswer {
  /** Time of each training step. */
  readonly steps?: readonly number[];
  /** Loss of each of these steps. */
  readonly losses?: readonly number[];
  /** Processor time of all steps together, of the whole process. */
  readonly processorTime?: number;
  /** The steps by kernel. */
  readonly profile?: Profile;
  /** Steps of each kind of GAN. */
  readonly gans?: readonly GanTimes[];
  /** Speed of each kernel case. */
  readonly cases?: readonly CaseTime[];
}
