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
import {
  CommandLineExit,
  parseTrainArguments,
  type TrainArguments,
} from "./cli/options.ts";
import { resolveConfig, withWholeBatches } from "./cli/resolve.ts";
import { standardConfig, type TrainConfig } from "./config.ts";
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
    await trainAsAsked(parseTrainArguments(args, defaults()));
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

async function trainAsAsked(asked: TrainArguments): Promise<void> {
  const backend = asked.backend ?? await chooseBackend();
  const resolved = resolveConfig(asked);
  const config = backend === "webgpu" && asked.microbatchSize === undefined
    ? withWholeBatches(resolved)
    : resolved;
  const stopping = new AbortController();
  const stop = (): void => {
    console.error("stopping after this step, with a checkpoint");
    stopping.abort();
  };
  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
  const run = asked.out ?? join("runs", asked.preset);
  const tell = (line: string): void => console.error(line);
  tellOfIdleWorkers(asked, config, tell);
  const train = async (): Promise<void> =>
    await trainModels({
      target: asked.target,
      preset: asked.preset,
      config,
      backend,
      // Workers share memory with each other, not with a GPU's queue.
      workers: backend === "wasm" ? asked.workers : 1,
      run,
      models: asked.models,
      data: limited(
        asked.data ? await loadFolderParts(asked.data) : await loadMnistParts(),
        config.trainingImages,
      ),
      resume: asked.resume,
      overwrite: asked.overwrite,
      checkpointSeconds: asked.checkpointSeconds,
      signal: stopping.signal,
      tell,
    });
  try {
    await watched({
      folder: run,
      tell,
      ...(asked.dashboard !== undefined ? { port: asked.dashboard } : {}),
      ...(asked.overwrite ? { since: new Date() } : {}),
    }, train);
  } finally {
    Deno.removeSignalListener("SIGINT", stop);
    Deno.removeSignalListener("SIGTERM", stop);
  }
}

/** A batch keeps no more workers busy than it has microbatches. */
function tellOfIdleWorkers(
  { target, workers }: TrainArguments,
  { gan, recognizer }: TrainConfig,
  tell: (line: string) => void,
): void {
  const { batchSize, microbatchSize } = target === "gan" ? gan : recognizer;
  const parts = microbatchCount(batchSize, microbatchSize);
  if (workers <= parts) return;
  tell(
    `${parts} of ${workers} workers have work: a batch of ${batchSize} images ` +
      `is cut into ${parts} microbatches (--microbatch-size)`,
  );
}

function defaults(): Parameters<typeof parseTrainArguments>[1] {
  const { gan, recognizer, seed } = standardConfig;
  const both = (
    of: "epochs" | "batchSize" | "microbatchSize" | "learningRate",
  ): string =>
    gan[of] === recognizer[of]
      ? String(gan[of])
      : `${gan[of]} for the gan, ${recognizer[of]} for the recognizer`;
  return {
    preset: "standard",
    models: "models",
    workers: navigator.hardwareConcurrency,
    fromPreset: {
      epochs: both("epochs"),
      batchSize: both("batchSize"),
      microbatchSize: both("microbatchSize"),
      latentDim: String(gan.latentSize),
      learningRate: both("learningRate"),
      seed: String(seed),
    },
  };
}

/** Cuts the training part down to its first images. */
function limited(data: DataParts, images: number): DataParts {
  if (images >= data.training.count) return data;
  const first = Uint32Array.from({ length: images }, (_, i) => i);
  return { ...data, training: subset(data.training, first) };
}

if (import.meta.main) Deno.exit(await main(Deno.args));
