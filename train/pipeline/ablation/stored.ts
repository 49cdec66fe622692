/**
 * Stores the results of an ablation in a file, each under its settings, so that
 * a stopped run continues where it was.
 *
 * @module
 */

import { dirname } from "node:path";
import { writeAtomically } from "../../report/atomic_write.ts";
import type { AblationResult } from "./ablation.ts";

/** Results by their settings as JSON. */
export type StoredResults = Map<string, AblationResult>;

/**
 * Reads results.
 *
 * @param path A file written by {@linkcode storedOr}; if it is missing, there
 * are no results.
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
 * Returns a result from the file; if there is none, trains and stores it.
 *
 * @param path The file; its folder is created.
 * @param settings Everything besides the code that affects the result.
 * @param train Computes the result.
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
  // Read again, because another run may have written to it meanwhile.
  const all = (await readResults(path)).set(key, result);
  await writeAtomically(path, JSON.stringify([...all], null, 1));
  return result;
}
