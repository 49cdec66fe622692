/**
 * What the benchmark and its workers say to each other. Each worker has a
 * TensorFlow.js of its own, so that stock and ours do not meet.
 *
 * @module
 */

import type { ExchangeMemory } from "../../train/parallel/exchange.ts";
import type { KernelTime } from "./profile.ts";

/** What a worker is asked to measure. */
export type BenchRequest =
  | {
    readonly measure: "start";
    /** The group that trains with our kernels; absent for one with stock's. */
    readonly group?: { readonly memory: ExchangeMemory; readonly rank: number };
  }
  | { readonly measure: "training"; readonly steps: number }
  | { readonly measure: "profile"; readonly steps: number }
  | {
    readonly measure: "kernels";
    /** How long each kernel is measured in a round. */
    readonly seconds: number;
    /** Rounds by turns with the ceiling, of ours; absent for stock's kernels. */
    readonly rounds?: number;
  };

/** Time of one kernel case. */
export interface CaseTime {
  /** Name of the case. */
  readonly name: string;
  /** Operations of the plain algorithm over the shortest of many runs, per second, in 10^9. */
  readonly gigaflops: number;
  /** The 128-bit multiply-add ceiling beside it, likewise; of ours alone. */
  readonly ceiling?: number;
}

/** What a worker answers; every time is in milliseconds. */
export interface BenchAnswer {
  /** Time of each training step. */
  readonly steps?: readonly number[];
  /** Processor time of all the steps together, of the whole process. */
  readonly processorTime?: number;
  /** Time of each kernel, the longest first. */
  readonly profile?: readonly KernelTime[];
  /** Speed of each kernel case. */
  readonly cases?: readonly CaseTime[];
}
