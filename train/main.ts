/**
 * `deno task train`: trains the GAN and the recognizer and writes the models
 * that the server loads. Everything it does is in the modules below.
 *
 * Exit codes: 0 done, 1 failed, 2 a wrong command line, 130 stopped by Ctrl-C
 * (or SIGTERM) with a checkpoint.
 *
 * @module
 */

import { join } from "node:path";
import { chooseBackend } from "./cli/backend_choice.ts";
import type { TrainOptions } from "./cli/options.ts";
import { CommandLineExit, parseOptions } from "./cli/parse.ts";
import { resolveConfig, withWholeBatches } from "./cli/resolve.ts";
import type { TrainConfig } from "./config.ts";
import { microbatchCount } from "./data/batches.ts";
import { subset } from "./data/dataset.ts";
import {
  type DataParts,
  loadFolderParts,
  loadMnistParts,
} from "./data/parts.ts";
import { watched } from "./dashboard/watch.ts";
import { StoppedError } from "./pipeline/stage.ts";
import { trainModels } from "./pipeline/train_models.ts";

/** Exit code of a process that Ctrl-C ended, as shells have it. */
const INTERRUPTED = 130;

/**
 * Runs the command.
 *
 * @param args The words after the command's name.
 * @returns The exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  try {
    await train(parseOptions(args));
    return 0;
  } catch (error) {
    if (error instanceof CommandLineExit) {
      const print = error.exitCode === 0 ? console.log : console.error;
      print(error.message);
      return error.exitCode;
    }
    console.error(error instanceof Error ? error.message : String(error));
    return error instanceof StoppedError ? INTERRUPTED : 1;
  }
}

async function train(options: TrainOptions): Promise<void> {
  const backend = options.backend ?? await chooseBackend();
  const resolved = resolveConfig(options);
  const config = backend === "webgpu" && options.microbatchSize === undefined
    ? withWholeBatches(resolved)
    : resolved;
  const stopping = new AbortController();
  const stop = (): void => {
    console.error("stopping after this step, with a checkpoint");
    stopping.abort();
  };
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
  const run = options.out ?? join("runs", options.preset);
  const say = (line: string): void => console.error(line);
  sayIfWorkersIdle(options, config, say);
  const work = async (): Promise<void> =>
    await trainModels({
      ...options,
      config,
      backend,
      // Workers share memory with each other, not with a GPU's queue.
      workers: backend === "wasm" ? options.workers : 1,
      run,
      data: limited(
        options.data
          ? await loadFolderParts(options.data)
          : await loadMnistParts(),
        config.trainingImages,
      ),
      signal: stopping.signal,
      say,
    });
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
}

/** A batch keeps no more workers busy than it has microbatches. */
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
      `is cut into ${parts} microbatches (--microbatch-size)`,
  );
}

/** Cuts the training part down to its first images. */
function limited(data: DataParts, images: number): DataParts {
  if (images >= data.training.count) return data;
  const first = Uint32Array.from({ length: images }, (_, i) => i);
  return { ...data, training: subset(data.training, first) };
}

if (import.meta.main) Deno.exit(await main(Deno.args));
