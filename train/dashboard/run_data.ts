/**
 * What the dashboard knows of a run, as it goes to the page: plain JSON, the
 * same whether it is sent live or embedded in the report.
 *
 * It is NOT the log: curves are thinned, so that their size does not grow with
 * the run (see thin.ts).
 *
 * @module
 */

import type { StagePlan } from "../report/run_layout.ts";

/** How a run stands. */
export type RunStatus = "running" | "finished" | "stopped" | "failed";

/** A number, or null where there is none. */
export type Value = number | null;

/** One loss, bucket by bucket. */
export interface LossCurve {
  /** The least value in each bucket. */
  readonly low: readonly Value[];
  /** The greatest value in each bucket. */
  readonly high: readonly Value[];
  /** The mean of each bucket. */
  readonly mean: readonly Value[];
}

/** A stage's steps in buckets of equal width; all arrays are as long as `steps`. */
export interface Curves {
  /** Steps that a bucket spans. */
  readonly width: number;
  /** The last step in each bucket. */
  readonly steps: readonly number[];
  /** Seconds of training at that step, or at the last before it that tells. */
  readonly seconds: readonly Value[];
  /** By name, in the order logged. */
  readonly losses: Readonly<Record<string, LossCurve>>;
}

/** What an evaluation measured. */
export interface Measure {
  /** Steps done. */
  readonly step: number;
  /** Values by name, shares from 0 to 1. */
  readonly values: Readonly<Record<string, number>>;
}

/** A picture of digits, made at an evaluation. */
export interface Picture {
  /** Steps done. */
  readonly step: number;
  /** Where it is: a path on the dashboard's server, or a `data:` URL. */
  readonly url: string;
}

/** One model's training. */
export interface StageData {
  /** Name of the model: gan, judge, recognizer. */
  readonly name: string;
  /** Null for a run whose folder does not tell. */
  readonly plan: StagePlan | null;
  /** Steps done. */
  readonly step: number;
  /** Losses and times. */
  readonly curves: Curves;
  /** In the order of steps. */
  readonly measures: readonly Measure[];
  /** In the order of steps. */
  readonly pictures: readonly Picture[];
}

/** A run. */
export interface RunData {
  /** What to call it. */
  readonly title: string;
  /** How it stands. */
  readonly status: RunStatus;
  /** Those that have begun, in the order of training. */
  readonly stages: readonly StageData[];
}
