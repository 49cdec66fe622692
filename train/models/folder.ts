/**
 * The folder of models as the server loads it.
 *
 * @module
 */

import { join } from "node:path";
import { writeAtomically } from "../report/atomic_write.ts";
import type {
  GeneratorMetrics,
  Metrics,
  RecognizerMetrics,
} from "./metrics.ts";
import { modelCard } from "./model_card.ts";

/** A model file, and what was measured of it. */
export interface Finished<M> {
  /** The safetensors file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was measured of it. */
  readonly metrics: M;
}

/** Models that a run has made; what is absent stays as it is in the folder. */
export interface NewModels {
  /** Judges generated digits. */
  judge?: Finished<RecognizerMetrics>;
  /** Writes digits. */
  generator?: Finished<GeneratorMetrics>;
  /** Reads digits. */
  recognizer?: Finished<RecognizerMetrics>;
}

/**
 * Writes models, then `metrics.json` and the model card of all that are there.
 *
 * @param folder Made if missing.
 * @returns Paths written.
 */
export async function installModels(
  folder: string,
  made: NewModels,
): Promise<string[]> {
  await Deno.mkdir(folder, { recursive: true });
  const paths: string[] = [];
  const write = async (
    name: string,
    data: Uint8Array | string,
  ): Promise<void> => {
    const path = join(folder, name);
    await writeAtomically(path, data);
    paths.push(path);
  };
  for (const finished of [made.judge, made.generator, made.recognizer]) {
    if (finished) await write(finished.metrics.file, finished.bytes);
  }
  const metrics: Metrics = {
    ...await readMetrics(folder),
    ...(made.generator ? { generator: made.generator.metrics } : {}),
    ...(made.recognizer ? { recognizer: made.recognizer.metrics } : {}),
    ...(made.judge ? { judge: made.judge.metrics } : {}),
  };
  await write("metrics.json", JSON.stringify(metrics, null, 2) + "\n");
  await write("README.md", modelCard(metrics));
  return paths;
}

/** What a folder's `metrics.json` says; nothing if there is none. */
export async function readMetrics(folder: string): Promise<Metrics> {
  try {
    return JSON.parse(await Deno.readTextFile(join(folder, "metrics.json")));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}

/** A model file of a folder; nothing if it is not there. */
export async function readModelFile(
  folder: string,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await Deno.readFile(join(folder, `${name}.safetensors`));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
