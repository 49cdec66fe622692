/**
 * Results of an ablation in a file, each under what it was trained by: a run that was stopped
 * goes on where it was.
 *
 * @module
 */

import { dirname } from "node:path";
import { writeAtomically } from "../../report/atomic_write.ts";
import type { AblationResult } from "./ablation.ts";

/** Results by what they were trained by, as JSON. */
export type StoredResults = Map<string, AblationResult>;

/**
 * Reads results.
 *
 * @param path A file that {@linkcode storeResult} wrote; without it there are none.
 * @throws {SyntaxError} If it is not JSON.
 */
export async function readResults(path: string): Promise<StoredResults> {
  try {
    const entries: [string, AblationResult][] = JSON.parse(
      await Deno.readTextFile(path),
    );
    return new Map(entries);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Map();
    throw error;
  }
}

/**
 * A result from the file, else the one that is trained now, which is then stored.
 *
 * @param path The file; its folder is made.
 * @param settings Everything that decides the result but the code.
 * @param train Makes the result.
 *
 * @example
 * ```ts
 * import { storedOr } from "./stored.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * const path = `${folder}/new/results.json`;
 * const result = { wrong: [3], auroc: 0.9, rejected: 0.8 };
 * await storedOr(path, { seed: 1 }, () => Promise.resolve(result));
 * const again = await storedOr(path, { seed: 1 }, () => Promise.reject());
 * assert.deepEqual(again, result);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function storedOr(
  path: string,
  settings: unknown,
  train: () => Promise<AblationResult>,
): Promise<AblationResult> {
  const key = JSON.stringify(settings);
  const stored = (await readResults(path)).get(key);
  if (stored) return stored;
  const result = await train();
  await Deno.mkdir(dirname(path), { recursive: true });
  // Read again: another run may have written meanwhile.
  const all = (await readResults(path)).set(key, result);
  await writeAtomically(path, JSON.stringify([...all], null, 1));
  return result;
}
