/**
 * `deno task train`: trains the GAN and the recognizer and writes the models
 * that the server loads.
 *
 * Exit codes: 0 done, 1 failed, 2 wrong options, 3 trained
 * but not installed, 130 stopped by Ctrl-C (or SIGTERM) with a checkpoint.
 *
 * @module
 */

import { join } from "node:path";
import { chooseBackend } from "./cli/backend_choice.ts";
import type { TrainOptions } from "./cli/options.ts";
import { CommandLineExit, parseOptions } from "./cli/parse.ts";
import { resolveConfig, withWholeBatches } from "./cli/resolve.ts";
import { resumeCommand } from "./cli/resume_command.ts";
import { requireFolder, requireRun, requireWritable } from "./cli/folders.ts";
import type { TrainConfig } from "./config.ts";
import { watched } from "./dashboard/watch.ts";
import { microbatchCount } from "./data/batches.ts";
import { subset } from "./data/dataset.ts";
import {
  type DataParts,
  loadFolderParts,
  loadMnistParts,
} from "./data/parts.ts";
import { DivergedError, StoppedError, UsageError } from "./errors.ts";
import { fitToData } from "./pipeline/fit_to_data.ts";
import { trainModels } from "./pipeline/train_models.ts";

/** Exit code of a run whose models were not all installed. */
const NOT_INSTALLED = 3;

/** The conventional exit code of a process that was ended by Ctrl-C. */
const INTERRUPTED = 130;

/**
 * Runs the command.
 *
 * @param args The arguments after the command's name.
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    return await train(parseOptions(args)) ? 0 : NOT_INSTALLED;
  } catch (error) {
    if (error instanceof CommandLineExit) {
      const print = error.exitCode === 0 ? console.log : console.error;
      print(error.message);
      return error.exitCode;
    }
    console.error(error instanceof Error ? error.message : String(error));
    if (error instanceof StoppedError) {
      console.error(`Continue with: ${resumeCommand(args)}`);
      return INTERRUPTED;
    }
    if (error instanceof DivergedError) return NOT_INSTALLED;
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Trains with the given options; returns whether all models were installed. */
async function train(options: TrainOptions): Promise<boolean> {
  const run = options.out ?? join("runs", options.preset);
  await requireFolder("--data", options.data);
  await requireWritable("--out", run);
  await requireWritable("--models", options.models);
  if (options.resume) await requireRun(run);
  const backend = options.backend ?? await chooseBackend();
  const stopping = new AbortController();
  const stop = (): void => {
    console.error("stopping");
    stopping.abort();
  };
  const say = (line: string): void => console.error(line);
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
  let installed = false;
  const work = async (): Promise<void> => {
    const { config, data } = await prepare(options, backend === "webgpu");
    sayIfWorkersIdle(options, config, say);
    installed = await trainModels({
      ...options,
      config,
      data,
      backend,
      // Workers cannot share a GPU's queue.
      workers: backend === "wasm" ? options.workers : 1,
      run,
      signal: stopping.signal,
      say,
    });
  };
  try {
    await watched({
      folder: run,
      say,
      ...(options.dashboard !== undefined ? { port: options.dashboard } : {}),
      ...(options.overwrite ? { since: new Date() } : {}),
    }, work);
  } finally {
    Deno.removeSignalListener("SIGINT", stop);
    Deno.removeSignalListener("SIGTERM", stop);
  }
  return installed;
}

/** Loads the data, and the configuration that fits it. */
async function prepare(
  options: TrainOptions,
  onGpu: boolean,
): Promise<{ config: TrainConfig; data: DataParts }> {
  const resolved = resolveConfig(options);
  const all = options.data
    ? await loadFolderParts(options.data)
    : await loadMnistParts();
  const data = limited(all, resolved.trainingImages);
  const config = fitToData(
    onGpu && options.microbatchSize === undefined
      ? withWholeBatches(resolved)
      : resolved,
    data.training.count,
    options.epochs !== undefined,
  );
  return { config, data };
}

/** A batch keeps only as many workers busy as it has microbatches. */
function sayIfWorkersIdle(
  { target, workers }: TrainOptions,
  { gan, recognizer }: TrainConfig,
  say: (line: string) => void,
): void {
  const { batchSize, microbatchSize } = target === "gan" ? gan : recognizer;
  const parts = microbatchCount(batchSize, microbatchSize);
  if (workers <= parts) return;
  say(
    `${parts} of ${workers} workers have work: a batch of ${batchSize} images ` +
      `is cut into ${parts} microbatch${parts === 1 ? "" : "es"} ` +
      `(--microbatch-size)`,
  );
}

/** Limits the training split to its first images. */
function limited(data: DataParts, images: number): DataParts {
  if (images >= data.training.count) return data;
  const first = Uint32Array.from({ length: images }, (_, i) => i);
  return { ...data, training: subset(data.training, first) };
}

if (import.meta.main) Deno.exit(await main(Deno.args));
