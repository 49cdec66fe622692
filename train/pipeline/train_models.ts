/**
 * A whole training run: trains one model after another, then exports, measures
 * and installs each.
 *
 * @module
 */

import { join } from "node:path";
import { type BackendName, initBackend } from "../backend/mod.ts";
import type { TrainOptions } from "../cli/options.ts";
import type { TrainConfig } from "../config.ts";
import type { DataParts } from "../data/parts.ts";
import {
  checkModels,
  type NewModels,
  readMetrics,
  readModelFile,
} from "../models/folder.ts";
import {
  finishGenerator,
  type FinishOptions,
  finishRecognizer,
} from "./finish.ts";
import { CLASSES, RECOGNIZER_OUTPUTS } from "../../src/network/numbers.ts";
import { countMade, withMadeImages } from "../recognizer/made_images.ts";
import { tryToDrawGallery } from "./gallery/gallery.ts";
import { whyNotGenerated } from "./generated_digits.ts";
import { installBetter } from "./install.ts";
import { withBestLatents } from "./latent_scale.ts";
import { judgeNetwork, recognizerNetwork } from "../recognizer/network.ts";
import { type MadeImages, trainStage } from "./stage.ts";
import type { RecognizerTask, Task } from "./task.ts";
import { dequantizedModel } from "../quantize/dequantize.ts";
import { readQuantizedModel } from "../../src/network/quantized.ts";

/** A run's options, and what they resolve to. */
export interface TrainRequest extends
  Pick<
    TrainOptions,
    | "target"
    | "preset"
    | "models"
    | "resume"
    | "overwrite"
    | "checkpointSeconds"
    | "install"
  > {
  /** The resolved hyperparameters. */
  readonly config: TrainConfig;
  /** What to compute on. */
  readonly backend: BackendName;
  /** Workers that share each batch. */
  readonly workers: number;
  /** Folder of the run: logs, checkpoints, pictures. */
  readonly run: string;
  /** The training, validation and test images. */
  readonly data: DataParts;
  /** When aborted, the run stops with a checkpoint. */
  readonly signal: AbortSignal;
  /** Prints a line for the user. */
  readonly say: (line: string) => void;
}

/**
 * Trains the models of the target, and installs those that may be served.
 *
 * @returns Whether all of them were installed.
 * @throws {StoppedError} if the signal was aborted before the end.
 * @throws {UsageError} if a checkpoint belongs to another run.
 * @throws {DivergedError} if a loss is not finite.
 */
export async function trainModels(request: TrainRequest): Promise<boolean> {
  await checkModels(request.models);
  // Training happens in workers; this thread exports and measures.
  await initBackend(request.backend);
  const made: NewModels = {};
  if (request.target !== "recognizer") await trainGenerator(request, made);
  if (request.target !== "gan") {
    made.recognizer = await trainRecognizer(
      request,
      "recognizer",
      await generatedDigits(request, made),
    );
    const { test_accuracy_float, test_accuracy_int8 } = made.recognizer.metrics;
    const { count } = request.data.test;
    request.say(
      `recognizer: ${percent(test_accuracy_int8)} of ${count} test images in ` +
        `int8, ${percent(test_accuracy_float)} in floating point`,
    );
  }
  return await installBetter(made, request);
}

/** Trains the GAN, and the judge that measures its generator. */
async function trainGenerator(
  request: TrainRequest,
  made: NewModels,
): Promise<void> {
  const { gan } = request.config;
  const { training, validation } = request.data;
  // The judge comes first, because it helps to decide which generator is kept.
  const judge = await judgeThere(request) ??
    (made.judge = await trainRecognizer(request, "judge")).bytes;
  const { parameters, seconds } = await stage(request, "gan", {
    kind: "gan",
    config: gan,
    training,
    validation,
    judge: dequantizedModel(readQuantizedModel(judge)),
  });
  const chosen = await withBestLatents(
    request,
    parameters,
    judge,
  );
  made.generator = await finishGenerator(
    chosen,
    gan.latentSize,
    judge,
    finishOptions(request, gan, seconds),
  );
  const { label_agreement, judged_digits } = made.generator.metrics;
  request.say(
    `generator: ${percent(label_agreement)} of ${judged_digits} digits are ` +
      `read as their label by a judge that never saw one`,
  );
  const { run, data, config: { seed }, say } = request;
  const { bytes } = made.generator;
  const gallery = { folder: join(run, "gan"), generator: bytes, judge };
  await tryToDrawGallery({ ...gallery, data, seed }, say);
}

/**
 * The generator that contributes to the recognizer's batches, if one is good
 * enough.
 */
async function generatedDigits(
  { config, data, models, say }: TrainRequest,
  { generator, judge }: NewModels,
): Promise<Uint8Array | undefined> {
  if (config.recognizer.generatedShare === 0) return undefined;
  const files = {
    generator: generator?.bytes ?? await readModelFile(models, "generator"),
    judge: judge?.bytes ?? await readModelFile(models, "judge"),
  };
  const reason = await whyNotGenerated(files, data.validation);
  if (reason === undefined) return files.generator;
  say(`recognizer: learns from no generated digits: ${reason}`);
  return undefined;
}

/**
 * The folder's judge, for a GAN that is trained alone; undefined if it was
 * trained on other data.
 */
async function judgeThere(
  { target, models, data, say }: TrainRequest,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (target !== "gan") return undefined;
  const { judge } = await readMetrics(models);
  if (judge?.training.data !== data.source) return undefined;
  const bytes = await readModelFile(models, "judge");
  if (bytes) {
    say(`the judge is ${join(models, judge.file)}, which is not retrained`);
  }
  return bytes;
}

async function trainRecognizer(
  request: TrainRequest,
  name: "recognizer" | "judge",
  generator?: Uint8Array,
): ReturnType<typeof finishRecognizer> {
  const { data } = request;
  const preset = request.config[name];
  const config = generator ? preset : { ...preset, generatedShare: 0 };
  const network = name === "judge" ? judgeNetwork() : recognizerNetwork(
    config.negativeShare > 0 ? RECOGNIZER_OUTPUTS : CLASSES,
  );
  const task: RecognizerTask = {
    kind: "recognizer",
    network,
    config,
    training: data.training,
    validation: data.validation,
    ...(generator
      ? { generator: dequantizedModel(readQuantizedModel(generator)) }
      : {}),
  };
  const { parameters, seconds } = await stage(request, name, task, {
    count: countMade(data.training, config),
    add: (signal) =>
      withMadeImages(data.training, config, request.config.seed, signal),
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
  made?: MadeImages,
): ReturnType<typeof trainStage> {
  return trainStage({
    ...request,
    name,
    task,
    ...(made ? { made } : {}),
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
