/**
 * Trains a study's generators and recognizers.
 *
 * @module
 */

import { join } from "node:path";
import { CLASSES } from "../../src/network/numbers.ts";
import type { Recognizer } from "../../src/recognizer.ts";
import type { BackendName } from "../backend/mod.ts";
import { type Dataset, subset } from "../data/dataset.ts";
import { StoppedError } from "../errors.ts";
import { generatorNetwork } from "../gan/networks.ts";
import { type FloatModel, foldBatchNorm } from "../network/fold.ts";
import { engineModule, recognizerFrom } from "../network/int8_engine.ts";
import { runTraining } from "../parallel/run.ts";
import { exportRecognizer } from "../pipeline/export_recognizer.ts";
import { trainStage } from "../pipeline/stage.ts";
import {
  exchangeSize,
  type RecognizerTask,
  withSharedImages,
} from "../pipeline/task.ts";
import { recognizerNetwork } from "../recognizer/network.ts";
import { Progress } from "../report/progress.ts";
import {
  type Arm,
  ganConfig,
  recognizerConfig,
  type StudySettings,
} from "./arms.ts";

/** The parameters that all of a study's trainings share. */
export interface StudyRun {
  /** The study's folder. */
  readonly folder: string;
  /** The settings. */
  readonly settings: StudySettings;
  /** What to compute on. */
  readonly backend: BackendName;
  /** Workers that share each batch. */
  readonly workers: number;
  /** When aborted, the study stops. */
  readonly signal: AbortSignal;
  /** Prints a line for the user. */
  readonly say: (line: string) => void;
}

/**
 * Trains a GAN on some labelled images, or continues its training.
 *
 * @param name Name of the setting, and of its folder.
 * @throws as `trainStage` does.
 */
export async function trainStudyGenerator(
  run: StudyRun,
  name: string,
  labelled: Dataset,
  seed: number,
): Promise<FloatModel> {
  const config = ganConfig(labelled.count, run.settings);
  const { parameters } = await trainStage({
    ...run,
    name: `${name}, GAN`,
    task: { kind: "gan", config, training: labelled, validation: labelled },
    seed,
    folder: join(run.folder, name.replaceAll(/\W+/g, "-"), "gan"),
    resume: true,
    overwrite: false,
    checkpointSeconds: 60,
    // Starting over and continuing are both expected here.
    say: () => {},
  });
  return foldBatchNorm(generatorNetwork(config.latentSize), parameters);
}

/** One image for each part of a batch. */
const FEW = [0, 1, 2, 3];

/** Longer than any training, in seconds. */
const NEVER = 1e6;

/**
 * Trains a recognizer on some labelled images and exports it to int8.
 *
 * @param generator Generates digits, for the arms that use them.
 * @throws {StoppedError} if the signal was aborted.
 */
export async function trainStudyRecognizer(
  run: StudyRun,
  name: string,
  arm: Arm,
  labelled: Dataset,
  seed: number,
  generator?: FloatModel,
): Promise<Recognizer> {
  const config = recognizerConfig(arm, labelled.count, run.settings);
  const network = recognizerNetwork(CLASSES);
  const task: RecognizerTask = {
    kind: "recognizer",
    network,
    config,
    training: labelled,
    // A run evaluates itself each epoch; here that has no influence on the
    // result.
    validation: subset(labelled, FEW),
    ...(generator && config.generatedShare > 0 ? { generator } : {}),
  };
  let progress: Progress | undefined;
  try {
    const { finished, result } = await runTraining(withSharedImages(task), {
      worker: new URL("../pipeline/task_worker.ts", import.meta.url),
      exchange: exchangeSize(task),
      seed,
      backend: run.backend,
      workers: run.workers,
      signal: run.signal,
      checkpointSeconds: NEVER,
      onReport: (report) => {
        if (report.type === "ready") {
          progress = new Progress({
            label: `${name}, ${arm}`,
            total: report.totalSteps,
            imagesPerStep: config.batchSize,
          });
        }
        if (report.type === "step") {
          progress?.update(report.step, report.losses);
        }
      },
    });
    if (!finished) throw new StoppedError(run.folder);
    const folded = foldBatchNorm(network, result);
    const { bytes } = await exportRecognizer(
      folded,
      labelled,
      labelled,
      [],
      await engineModule(),
      new Map(),
    );
    return await recognizerFrom(bytes);
  } finally {
    progress?.stop();
  }
}
