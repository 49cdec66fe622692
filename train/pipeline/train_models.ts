/**
 * A whole training run: one model after another, each exported,
 * measured and put where the server finds it.
 *
 * @module
 */

import { join } from "node:path";
import { type BackendName, initBackend } from "../backend/mod.ts";
import type { TrainOptions } from "../cli/options.ts";
import type { TrainConfig } from "../config.ts";
import type { DataParts } from "../data/parts.ts";
import {
  installModels,
  type NewModels,
  readModelFile,
} from "../models/folder.ts";
import {
  finishGenerator,
  type FinishOptions,
  finishRecognizer,
} from "./finish.ts";
import { CLASSES, RECOGNIZER_OUTPUTS } from "../../src/network/numbers.ts";
import { withMadeImages } from "../recognizer/made_images.ts";
import { judgeNetwork, recognizerNetwork } from "../recognizer/network.ts";
import { trainStage } from "./stage.ts";
import type { Task } from "./task.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";
import { readQuantizedModel } from "../../src/network/quantized.ts";

/** What a run needs: its options, and what they resolve to. */
export interface TrainRequest extends
  Pick<
    TrainOptions,
    | "target"
    | "preset"
    | "models"
    | "resume"
    | "overwrite"
    | "checkpointSeconds"
  > {
  /** The resolved hyperparameters. */
  readonly config: TrainConfig;
  /** What to compute on. */
  readonly backend: BackendName;
  /** Workers that share each batch. */
  readonly workers: number;
  /** Folder of the run: logs, checkpoints, pictures. */
  readonly run: string;
  /** What to train, choose and report on. */
  readonly data: DataParts;
  /** When aborted, the run stops with a checkpoint. */
  readonly signal: AbortSignal;
  /** Prints a line for the person who watches. */
  readonly say: (line: string) => void;
}

/**
 * Trains the models of the target.
 *
 * @throws {StoppedError} if the signal was aborted before the end.
 * @throws {TypeError} if a checkpoint is of another run, or a recognizer is
 *   to see generated digits and there is no generator.
 */
export async function trainModels(request: TrainRequest): Promise<void> {
  const { target, config, data, models, say } = request;
  // Workers compute the training; exporting and measuring is done here.
  await initBackend(request.backend);
  const made: NewModels = {};
  if (target !== "recognizer") {
    const { parameters, seconds } = await stage(request, "gan", {
      kind: "gan",
      config: config.gan,
      training: data.training,
    });
    const judge = await trainRecognizer(request, "judge");
    made.judge = judge;
    const options = finishOptions(request, config.gan, seconds);
    made.generator = await finishGenerator(
      parameters,
      config.gan.latentSize,
      judge.bytes,
      options,
    );
    const { label_agreement, judged_digits } = made.generator.metrics;
    say(
      `generator: ${percent(label_agreement)} of ${judged_digits} digits are ` +
        `read as their label by a judge that never saw one`,
    );
  }
  if (target !== "gan") {
    const generator = made.generator?.bytes ??
      await readModelFile(models, "generator");
    made.recognizer = await trainRecognizer(
      request,
      "recognizer",
      generator,
    );
    const { test_accuracy_float, test_accuracy_int8 } = made.recognizer.metrics;
    say(
      `recognizer: ${
        percent(test_accuracy_int8)
      } of the test images in int8, ` +
        `${percent(test_accuracy_float)} in floating point`,
    );
  }
  for (const path of await installModels(models, made)) say(`wrote ${path}`);
}

async function trainRecognizer(
  request: TrainRequest,
  name: "recognizer" | "judge",
  generator?: Uint8Array,
): ReturnType<typeof finishRecognizer> {
  const { data } = request;
  const config = request.config[name];
  const network = name === "judge" ? judgeNetwork() : recognizerNetwork(
    config.negativeShare > 0 ? RECOGNIZER_OUTPUTS : CLASSES,
  );
  const { parameters, seconds } = await stage(request, name, {
    kind: "recognizer",
    network,
    config,
    training: await withMadeImages(data.training, config, request.config.seed),
    validation: data.validation,
    ...(generator && config.generatedShare > 0
      ? { generator: dequantizedModel(readQuantizedModel(generator)) }
      : {}),
  });
  return await finishRecognizer(
    name,
    network,
    parameters,
    finishOptions(request, config, seconds),
  );
}

function stage(
  request: TrainRequest,
  name: string,
  task: Task,
): ReturnType<typeof trainStage> {
  return trainStage({
    ...request,
    name,
    task,
    seed: request.config.seed,
    folder: join(request.run, name),
  });
}

function finishOptions(
  { config, preset, backend, workers, data }: TrainRequest,
  configuration: FinishOptions["facts"]["configuration"],
  seconds: number,
): FinishOptions {
  return {
    data,
    facts: {
      preset,
      seed: config.seed,
      backend,
      workers,
      data: data.source,
      training_images: data.training.count,
      seconds: Math.round(seconds),
      configuration,
    },
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
