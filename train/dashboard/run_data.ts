/**
 * The dashboard's data about a run, as sent to the page: plain JSON, the same
 * whether live or embedded in the report.
 *
 * It is not the log: curves are thinned, so their size does not grow with the
 * run (see thin.ts).
 *
 * @module
 */

import type { StagePlan } from "../report/run_layout.ts";

/** Status of a run. */
export type RunStatus = "running" | "finished" | "stopped" | "failed";

/** A number, or null if there is none. */
export type Value = number | null;

/** One loss, bucket by bucket. */
export interface LossCurve {
  /** The minimum in each bucket. */
  readonly low: readonly Value[];
  /** The maximum in each bucket. */
  readonly high: readonly Value[];
  /** The mean of each bucket. */
  readonly mean: readonly Value[];
}

/**
 * A stage's steps in buckets of equal width; all arrays are as long as `steps`.
 */
export interface Curves {
  /** Steps per bucket. */
  readonly width: number;
  /** The last step in each bucket. */
  readonly steps: readonly number[];
  /**
   * Seconds of training at that step, or at the last earlier one with a known
   * time.
   */
  readonly seconds: readonly Value[];
  /** By name, in the order logged. */
  readonly losses: Readonly<Record<string, LossCurve>>;
}

/** The result of an evaluation. */
export interface Measure {
  /** Steps done. */
  readonly step: number;
  /** Values by name, shares from 0 to 1. */
  readonly values: Readonly<Record<string, number>>;
  /** A note for the user, such as why a run went back to earlier networks. */
  readonly note?: string;
}

/** A picture of digits, drawn at an evaluation. */
export interface Picture {
  /** Steps done. */
  readonly step: number;
  /** Its URL: a path on the dashboard's server, or a `data:` URL. */
  readonly url: string;
}

/** Pictures of a finished generator's digits, as the report shows them. */
export interface GalleryEntry {
  /** Its title. */
  readonly title: string;
  /** What to look for. */
  readonly text: string;
  /** Its URL. */
  readonly url: string;
  /** A second picture that is shown on demand. */
  readonly answer?: {
    /** What the second picture shows. */
    readonly text: string;
    /** Its URL. */
    readonly url: string;
  };
}

/** One model's training. */
export interface StageData {
  /** Name of the model: gan, judge, recognizer. */
  readonly name: string;
  /** Null for a run whose folder has no plan. */
  readonly plan: StagePlan | null;
  /** Steps done. */
  readonly step: number;
  /** Losses and times. */
  readonly curves: Curves;
  /** In the order of steps. */
  readonly measures: readonly Measure[];
  /** In the order of steps. */
  readonly pictures: readonly Picture[];
  /** Of a finished generator; only in a report. */
  readonly gallery?: readonly GalleryEntry[];
}

/** A run. */
export interface RunData {
  /** Title of the run. */
  readonly title: string;
  /** Its status. */
  readonly status: RunStatus;
  /** The stages that have started, in training order. */
  readonly stages: readonly StageData[];
}
