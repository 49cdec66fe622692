/**
 * Folders that a command line names, checked before anything is loaded.
 *
 * @module
 */

import { dirname, resolve } from "node:path";
import { UsageError } from "../errors.ts";

/**
 * Checks that an option names a folder.
 *
 * @param option The name used in messages.
 * @param folder Undefined if the option was not given.
 * @throws {UsageError} if it is missing, or a file.
 */
export async function requireFolder(
  option: string,
  folder: string | undefined,
): Promise<void> {
  if (folder === undefined) return;
  const found = await statOrNull(folder);
  if (found === null) {
    throw new UsageError(`${option} ${folder}: no such folder`);
  }
  if (!found.isDirectory) {
    throw new UsageError(
      `${option} ${folder}: this is a file, expected the folder that contains it`,
    );
  }
}

/**
 * Checks that an option names a folder that can be written in, or a path where
 * such a folder can be created. Nothing is left behind.
 *
 * @param option The name used in messages.
 * @throws {UsageError} if it is a file, below one, or can't be written.
 */
export async function requireWritable(
  option: string,
  folder: string,
): Promise<void> {
  if (folder === "") {
    throw new UsageError(`${option} is empty, expected a folder`);
  }
  let nearest = resolve(folder);
  let found = await statOrNull(nearest);
  while (found === null && dirname(nearest) !== nearest) {
    nearest = dirname(nearest);
    found = await statOrNull(nearest);
  }
  if (found?.isDirectory === false) {
    const file = nearest === resolve(folder) ? "this" : nearest;
    throw new UsageError(
      `${option} ${folder}: ${file} is a file; name a folder, or a path where ` +
        `one can be created`,
    );
  }
  try {
    await Deno.remove(await Deno.makeTempDir({ dir: nearest }));
  } catch (error) {
    throw new UsageError(
      `${option} ${folder}: can't write in ${nearest} (${reasonOf(error)}); ` +
        `name another folder, or change that one's permissions`,
    );
  }
}

/**
 * Checks that there is a run to resume.
 *
 * @param run The run's folder.
 * @throws {UsageError} if there is no such folder.
 */
export async function requireRun(run: string): Promise<void> {
  if ((await statOrNull(run))?.isDirectory) return;
  throw new UsageError(
    `--resume: there is no run in ${run}. Leave --resume out to start one, ` +
      `or name the run's folder with --out`,
  );
}

/** Nothing for a path that doesn't exist or that can't be looked up. */
async function statOrNull(path: string): Promise<Deno.FileInfo | null> {
  try {
    return await Deno.stat(path);
  } catch {
    return null;
  }
}

/** The system's words, without the call and the path that Deno adds. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(" (os error")[0]!.split(": ")[0]!;
}
