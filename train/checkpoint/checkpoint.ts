/**
 * Checkpoints: a run's position as a file, written atomically.
 *
 * @module
 */

import { join } from "node:path";
import {
  readSafetensors,
  type Tensor,
  writeSafetensors,
} from "../../src/network/safetensors.ts";
import type { Position } from "../parallel/protocol.ts";
import { UsageError } from "../errors.ts";
import { writeAtomically } from "../report/atomic_write.ts";
import { identityDifferences } from "./identity.ts";

/** The contents of a checkpoint. */
export interface Checkpoint {
  /** The run's position. */
  readonly position: Position;
  /** Seconds of training so far, over all sessions. */
  readonly seconds: number;
  /** Bytes of the run's log that belong to the completed steps. */
  readonly logPosition: number;
}

/** How many checkpoints of a run to keep. */
const KEPT = 2;

const FORMAT = "inkling-checkpoint-1";
const NAME = /^checkpoint-\d{8}\.safetensors$/;

/** A file left by a run that was killed while writing a checkpoint. */
const UNFINISHED = /^checkpoint-\d{8}\.safetensors\.tmp$/;

/**
 * Writes a checkpoint and removes all but the last two, as well as unfinished
 * ones left by killed runs.
 *
 * @param folder The run's own folder; created if missing.
 * @param identity Everything that must match for the run to be resumed, as
 *   JSON: the resolved configuration and more; see `identity.ts`.
 * @returns The file's path.
 */
export async function saveCheckpoint(
  folder: string,
  identity: string,
  { position, seconds, logPosition }: Checkpoint,
): Promise<string> {
  await Deno.mkdir(folder, { recursive: true });
  const tensors = new Map<string, Tensor>();
  for (const [name, data] of position.state) {
    tensors.set(name, { shape: [data.length], data });
  }
  const bytes = writeSafetensors({
    tensors,
    metadata: new Map([
      ["format", FORMAT],
      ["identity", identity],
      ["step", String(position.step)],
      ["seconds", String(seconds)],
      ["log_position", String(logPosition)],
    ]),
  });
  const name = `checkpoint-${String(position.step).padStart(8, "0")}`;
  const path = join(folder, `${name}.safetensors`);
  await writeAtomically(path, bytes);
  const old = (await namesIn(folder, NAME)).slice(0, -KEPT);
  for (const name of [...old, ...await namesIn(folder, UNFINISHED)]) {
    await Deno.remove(join(folder, name));
  }
  return path;
}

/**
 * Reads the latest checkpoint of a run.
 *
 * @param identity The resuming run's, as passed to {@linkcode saveCheckpoint}.
 * @returns The checkpoint, or undefined if the folder has none.
 * @throws {SyntaxError} if the file is damaged.
 * @throws {UsageError} if the file belongs to another run.
 * @throws {TypeError} if it is not a checkpoint.
 */
export async function latestCheckpoint(
  folder: string,
  identity: string,
): Promise<Checkpoint | undefined> {
  const name = (await namesIn(folder, NAME)).at(-1);
  if (name === undefined) return undefined;
  const path = join(folder, name);
  const { tensors, metadata } = parse(path, await Deno.readFile(path));
  if (metadata.get("format") !== FORMAT) {
    throw new TypeError(
      `${path} is not a checkpoint of this program: its format is ` +
        `${metadata.get("format") ?? "missing"}, expected ${FORMAT}`,
    );
  }
  const differences = identityDifferences(
    metadata.get("identity") ?? "{}",
    identity,
  );
  if (differences.length > 0) {
    throw new UsageError(
      `${path} belongs to another run: ${
        differences.join("; ")
      }. Resume with its ` +
        `settings, or choose another --out folder`,
    );
  }
  const state = new Map<string, Float32Array>();
  for (const [key, { data }] of tensors) {
    if (!(data instanceof Float32Array)) {
      throw new TypeError(`${path}: ${key} is not float32`);
    }
    state.set(key, data);
  }
  return {
    position: { step: Number(metadata.get("step")), state },
    seconds: Number(metadata.get("seconds")),
    logPosition: Number(metadata.get("log_position")),
  };
}

/** Removes all checkpoints of a folder. */
export async function removeCheckpoints(folder: string): Promise<void> {
  for (const name of await namesIn(folder, NAME)) {
    await Deno.remove(join(folder, name));
  }
}

function parse(
  path: string,
  bytes: Uint8Array,
): ReturnType<typeof readSafetensors> {
  try {
    return readSafetensors(bytes);
  } catch (error) {
    throw new SyntaxError(
      `${path} is damaged (${(error as Error).message}). ` +
        `Remove it to resume from the previous checkpoint.`,
      { cause: error },
    );
  }
}

/** Matching files of a folder, oldest first; none if it does not exist. */
async function namesIn(folder: string, pattern: RegExp): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { name } of Deno.readDir(folder)) {
      if (pattern.test(name)) names.push(name);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return names.sort();
}
