/**
 * File layout of a run's folder, for its writers and readers.
 *
 * @module
 */

import { join } from "node:path";

/** The possible stages of a run, each in its own folder, in training order. */
export const STAGES = [
  "judge",
  "gan",
  "recognizer",
] as const;

/** A member of {@linkcode STAGES}. */
export type StageName = typeof STAGES[number];

/** A stage's log, in its folder: one JSON object per line. */
export const LOG_FILE = "log.jsonl";

/** A {@linkcode StagePlan} as JSON, in a stage's folder. */
export const PLAN_FILE = "stage.json";

/** What is known before the first step. */
export interface StagePlan {
  /** Total steps. */
  readonly totalSteps: number;
  /** Images per step. */
  readonly imagesPerStep: number;
}

/** Pictures of digits, in a stage's folder. */
export const SAMPLES_FOLDER = "samples";

/**
 * Pictures of a finished generator's digits, in the GAN's folder: PNG files, and
 * a list of {@linkcode GalleryFile} in {@linkcode GALLERY_INDEX}.
 */
export const GALLERY_FOLDER = "gallery";

/** Name of the list in the gallery's folder. */
export const GALLERY_INDEX = "index.json";

/** One entry of a gallery. */
export interface GalleryFile {
  /** Its title. */
  readonly title: string;
  /** What to look for. */
  readonly text: string;
  /** Name of the PNG file. */
  readonly file: string;
  /** A second picture that is shown on demand: what it shows, and its file. */
  readonly answer?: { readonly text: string; readonly file: string };
}

/**
 * The path of a picture.
 *
 * @param folder The stage's folder.
 * @param step Steps done when it was drawn.
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
