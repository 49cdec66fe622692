/**
 * Where things are in a run's folder, for those who write them and for those
 * who read them.
 *
 * @module
 */

import { join } from "node:path";

/** The stages that a run may have, each with a folder of its own, in the order of training. */
export const STAGES = ["gan", "judge", "recognizer"] as const;

/** A member of {@linkcode STAGES}. */
export type StageName = typeof STAGES[number];

/** A stage's log, in its folder: one JSON object a line. */
export const LOG_FILE = "log.jsonl";

/** A {@linkcode StagePlan} as JSON, in a stage's folder. */
export const PLAN_FILE = "stage.json";

/** What is known before the first step. */
export interface StagePlan {
  /** Steps in all. */
  readonly totalSteps: number;
  /** Images that a step takes in. */
  readonly imagesPerStep: number;
}

/** Pictures of digits, in a stage's folder. */
export const SAMPLES_FOLDER = "samples";

/**
 * The file that a picture is in.
 *
 * @param folder The stage's.
 * @param step Steps done when it was made.
 *
 * @example
 * ```ts
 * import { picturePath } from "./run_layout.ts";
 * import assert from "node:assert/strict";
 *
 * assert.match(picturePath("runs/smoke/gan", 46), /samples.step-00000046\.png$/);
 * ```
 */
export function picturePath(folder: string, step: number): string {
  const name = `step-${String(step).padStart(8, "0")}.png`;
  return join(folder, SAMPLES_FOLDER, name);
}
