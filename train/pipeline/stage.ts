/**
 * Trains one model, with progress, log, pictures and checkpoints.
 *
 * @module
 */

import { join } from "node:path";
import type { BackendName } from "../backend/mod.ts";
import {
  latestCheckpoint,
  removeCheckpoints,
  saveCheckpoint,
} from "../checkpoint/checkpoint.ts";
import type { Dataset } from "../data/dataset.ts";
import { DivergedError, StoppedError, UsageError } from "../errors.ts";
import type { WorkerReport } from "../parallel/protocol.ts";
import { runTraining } from "../parallel/run.ts";
import { writeAtomically } from "../report/atomic_write.ts";
import { contactSheet } from "../report/contact_sheet.ts";
import { JsonlLog } from "../report/jsonl_log.ts";
import { Progress } from "../report/progress.ts";
import {
  LOG_FILE,
  picturePath,
  PLAN_FILE,
  SAMPLES_FOLDER,
  type StagePlan,
} from "../report/run_layout.ts";
import { exchangeSize, type Task, withSharedImages } from "./task.ts";

/** Images made by program, which are added to those of the data. */
export interface MadeImages {
  /** How many. */
  readonly count: number;
  /**
   * Makes them; returns the data's images with them.
   *
   * @throws The signal's reason, if it is aborted.
   */
  readonly add: (signal: AbortSignal) => Promise<Dataset>;
}

/** What {@linkcode trainStage} needs. */
export interface StageOptions {
  /** Name of the model in training. */
  readonly name: string;
  /** What to train. */
  readonly task: Task;
  /**
   * Added to the task's training images, but only once the folder has no
   * checkpoint that forbids the run: drawing them can take a minute.
   */
  readonly made?: MadeImages;
  /** Names every random stream. */
  readonly seed: number;
  /** What to compute on. */
  readonly backend: BackendName;
  /** Workers that share each batch. */
  readonly workers: number;
  /** The stage's own folder; created if missing. */
  readonly folder: string;
  /** Continue from the folder's latest checkpoint; otherwise start over. */
  readonly resume: boolean;
  /** Start over even if the folder has checkpoints, which are removed. */
  readonly overwrite: boolean;
  /** Seconds from one checkpoint to the next. */
  readonly checkpointSeconds: number;
  /** When aborted, the stage stops with a checkpoint. */
  readonly signal: AbortSignal;
  /** Prints a line for the user. */
  readonly say: (line: string) => void;
}

/** A finished stage. */
export interface StageResult {
  /** The averaged parameters by name, batch norm not folded. */
  readonly parameters: ReadonlyMap<string, Float32Array>;
  /** Seconds of training, over all sessions. */
  readonly seconds: number;
  /** What the last evaluation measured; empty if it was in an earlier session. */
  readonly measures: Readonly<Record<string, number>>;
}

/**
 * Trains one model from its start or its latest checkpoint to the end.
 *
 * @throws {StoppedError} if the signal was aborted before the end.
 * @throws {DivergedError} if a loss is not finite; no checkpoint has such a loss.
 * @throws {UsageError} if the folder's checkpoint belongs to another run or is
 *   beyond the last step, or if there is one and neither `resume` nor
 *   `overwrite` is set.
 * @throws {SyntaxError} if it is damaged.
 */
export async function trainStage(options: StageOptions): Promise<StageResult> {
  const { name, task, seed, workers, folder, signal } = options;
  await Deno.mkdir(join(folder, SAMPLES_FOLDER), { recursive: true });
  const identity = runIdentity(options);
  if (options.overwrite) await removeCheckpoints(folder);
  const found = await latestCheckpoint(folder, identity);
  if (found && !options.resume) {
    throw new UsageError(
      `${folder} has a run at step ${found.position.step}: continue it ` +
        `(--resume), discard it (--overwrite) or choose another folder (--out)`,
    );
  }
  using log = JsonlLog.open(
    join(folder, LOG_FILE),
    found?.logPosition ?? 0,
  );
  const began = performance.now();
  const seconds = (): number =>
    (found?.seconds ?? 0) + (performance.now() - began) / 1000;

  let progress: Progress | undefined;
  let shown: Record<string, number> = {};
  let measures: Readonly<Record<string, number>> = {};
  const onReport = async (report: WorkerReport): Promise<void> => {
    switch (report.type) {
      case "ready": {
        const { totalSteps } = report;
        sayWhereItStarts(options, found?.position.step, totalSteps);
        const imagesPerStep = task.config.batchSize;
        progress = new Progress({
          label: name,
          total: totalSteps,
          start: found?.position.step ?? 0,
          imagesPerStep,
        });
        const plan: StagePlan = { totalSteps, imagesPerStep };
        await writeAtomically(join(folder, PLAN_FILE), JSON.stringify(plan));
        break;
      }
      case "step":
        requireFinite(name, report);
        shown = { ...shown, ...report.losses };
        progress?.update(report.step, shown);
        log.append({
          step: report.step,
          seconds: rounded(seconds()),
          ...report.losses,
        });
        break;
      case "evaluation": {
        measures = report.measures;
        shown = { ...shown, ...measures };
        log.append({
          step: report.step,
          seconds: rounded(seconds()),
          ...measures,
          ...(report.note ? { note: report.note } : {}),
        });
        if (report.note) console.error(`${name}: ${report.note}`);
        if (report.samples) {
          const { images, columns } = report.samples;
          await writeAtomically(
            picturePath(folder, report.step),
            contactSheet(images, { columns, scale: 2 }),
          );
        }
        break;
      }
      case "checkpoint":
        log.sync();
        await saveCheckpoint(folder, identity, {
          position: report.position,
          seconds: seconds(),
          logPosition: log.position,
        });
        break;
      case "end":
      case "failure":
        break;
    }
  };
  const training = await withMade(options, found !== undefined);
  try {
    const whole = withSharedImages({ ...task, training });
    const { finished, result } = await runTraining(whole, {
      worker: new URL("./task_worker.ts", import.meta.url),
      exchange: exchangeSize(task),
      seed,
      backend: options.backend,
      workers,
      signal,
      checkpointSeconds: options.checkpointSeconds,
      onReport,
      ...(found ? { position: found.position } : {}),
    });
    if (!finished) throw new StoppedError(folder);
    return { parameters: result, seconds: seconds(), measures };
  } finally {
    progress?.stop();
  }
}

/** The task's training images, and those made by program. */
async function withMade(
  { name, task, made, folder, signal, say }: StageOptions,
  hasCheckpoint: boolean,
): Promise<Dataset> {
  if (made === undefined || made.count === 0) return task.training;
  say(`${name}: drawing ${made.count} more training images`);
  try {
    return await made.add(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new StoppedError(hasCheckpoint ? folder : undefined);
  }
}

/** Prints whether a stage starts or continues, and where. */
function sayWhereItStarts(
  { name, resume, folder, say }: StageOptions,
  step: number | undefined,
  totalSteps: number,
): void {
  if (step === undefined) {
    if (resume) say(`${name}: starts over: no checkpoint in ${folder}`);
  } else if (step > totalSteps) {
    throw new UsageError(
      `${folder} is at step ${step}, beyond the ${totalSteps} steps of these ` +
        `--epochs: choose more`,
    );
  } else {
    say(`${name}: continues from step ${step} of ${totalSteps}`);
  }
}

/** @throws {DivergedError} if a loss is NaN or infinite. */
function requireFinite(
  name: string,
  { step, losses }: Extract<WorkerReport, { type: "step" }>,
): void {
  for (const [loss, value] of Object.entries(losses)) {
    if (!Number.isFinite(value)) {
      throw new DivergedError(name, loss, value, step);
    }
  }
}

/** To a millisecond; a step takes longer. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** What must be the same for a run to be resumed. */
function runIdentity(
  { name, task, made, seed, backend }: StageOptions,
): string {
  return JSON.stringify({
    name,
    seed,
    backend,
    images: task.training.count + (made?.count ?? 0),
    config: task.config,
    ...(task.kind === "recognizer" ? { network: task.network } : {}),
  });
}
