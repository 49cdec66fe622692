/**
 * The folder of models, as the server loads it.
 *
 * @module
 */

import { join } from "node:path";
import { readQuantizedModel } from "../../src/network/quantized.ts";
import { writeAtomically } from "../report/atomic_write.ts";
import type {
  GeneratorMetrics,
  Metrics,
  RecognizerMetrics,
} from "./metrics.ts";
import { modelCard } from "./model_card.ts";

/** Names of the model files, without the extension. */
export const MODEL_NAMES = ["recognizer", "generator", "judge"] as const;

/** A member of {@linkcode MODEL_NAMES}. */
export type ModelName = typeof MODEL_NAMES[number];

/** A model file and its measurements. */
export interface Finished<M> {
  /** The safetensors file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its measurements. */
  readonly metrics: M;
}

/** The models that a run has trained; others stay unchanged in the folder. */
export interface NewModels {
  /** Judges generated digits. */
  judge?: Finished<RecognizerMetrics>;
  /** Generates digits. */
  generator?: Finished<GeneratorMetrics>;
  /** Reads digits. */
  recognizer?: Finished<RecognizerMetrics>;
}

/**
 * Writes models, then `metrics.json` and the model card of all models in the
 * folder.
 *
 * @param folder Created if missing.
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

/**
 * The contents of a folder's `metrics.json`; empty if there is none.
 *
 * @throws {SyntaxError} if it is damaged.
 */
export async function readMetrics(folder: string): Promise<Metrics> {
  const path = join(folder, "metrics.json");
  const bytes = await readIfThere(path);
  if (bytes === undefined) return {};
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw damaged(path, cause);
  }
}

/**
 * A model file of a folder; undefined if it does not exist.
 *
 * @param name Without the extension.
 * @throws {SyntaxError} if it is not a model.
 */
export async function readModelFile(
  folder: string,
  name: ModelName,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const path = join(folder, `${name}.safetensors`);
  const bytes = await readIfThere(path);
  if (bytes === undefined) return undefined;
  try {
    readQuantizedModel(bytes);
  } catch (cause) {
    throw damaged(path, cause);
  }
  return bytes;
}

/**
 * A model file that the folder must have.
 *
 * @param name Without the extension.
 * @throws {Deno.errors.NotFound} if it does not exist.
 * @throws {SyntaxError} if it is not a model.
 */
export async function requireModel(
  folder: string,
  name: ModelName,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readModelFile(folder, name);
  if (bytes) return bytes;
  throw new Deno.errors.NotFound(
    `${folder} has no ${name}.safetensors; deno task train creates it`,
  );
}

/**
 * Reads every file in a folder of models, so that a damaged one is found before
 * training, not after it.
 *
 * @throws {SyntaxError} if a file is damaged.
 */
export async function checkModels(folder: string): Promise<void> {
  await readMetrics(folder);
  for (const name of MODEL_NAMES) await readModelFile(folder, name);
}

async function readIfThere(
  path: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw damaged(path, error);
  }
}

function damaged(path: string, cause: unknown): SyntaxError {
  return new SyntaxError(
    `${path} is damaged (${(cause as Error).message}): remove it, or choose ` +
      `another --models folder`,
    { cause },
  );
}
