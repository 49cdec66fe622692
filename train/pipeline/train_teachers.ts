/**
 * Trains the recognizers that another starts from and learns from.
 *
 * @module
 */

import type { DataParts } from "../data/parts.ts";
import { foldBatchNorm } from "../network/fold.ts";
import { engineModule } from "../network/int8_engine.ts";
import { withMadeImages } from "../recognizer/made_images.ts";
import type { TeacherModels } from "../recognizer/teachers.ts";
import { exportRecognizer } from "./export_recognizer.ts";
import type { StageResult } from "./stage.ts";
import type { RecognizerTask } from "./task.ts";

/** What {@linkcode trainTeachers} needs. */
export interface TeachersOptions {
  /** How a teacher is trained; its images are replaced. */
  readonly task: RecognizerTask;
  /** How many, at least one. */
  readonly count: number;
  /** The learner's seed: the teachers have the next ones. */
  readonly seed: number;
  /** The data of the run. */
  readonly data: DataParts;
  /** Trains one of a name by a seed. */
  readonly train: (
    name: string,
    task: RecognizerTask,
    seed: number,
  ) => Promise<StageResult>;
}

/** What a recognizer has from its teachers. */
export interface Taught {
  /** The first teacher's parameters, to start from. */
  readonly start: ReadonlyMap<string, Float32Array>;
  /** All teachers, whose answers to learn from. */
  readonly models: TeacherModels;
  /** Of their training. */
  readonly seconds: number;
}

/** Trains teachers, each by a seed and with made images of its own. */
export async function trainTeachers(
  { task, count, seed, data, train }: TeachersOptions,
): Promise<Taught> {
  const module = await engineModule();
  const results: StageResult[] = [];
  const files: Uint8Array[] = [];
  for (let n = 1; n <= count; n++) {
    const training = await withMadeImages(data.training, task.config, seed + n);
    const result = await train(
      `teacher-${n}`,
      { ...task, training },
      seed + n,
    );
    const { bytes } = await exportRecognizer(
      foldBatchNorm(task.network, result.parameters),
      data.training,
      data.validation,
      [],
      module,
      new Map(),
    );
    results.push(result);
    files.push(bytes);
  }
  return {
    start: results[0]!.parameters,
    models: { module, files },
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}
