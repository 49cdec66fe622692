/**
 * Folders that a command line names, checked before anything is loaded.
 *
 * @module
 */

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
    throw new UsageError(`${option} ${folder}: there is no such folder`);
  }
  if (!found.isDirectory) {
    throw new UsageError(
      `${option} ${folder}: this is a file, expected the folder that it is in`,
    );
  }
}

/**
 * Checks that an option names a folder, or a path where one can be created.
 *
 * @param option The name used in messages.
 * @throws {UsageError} if it is a file.
 */
export async function requireNoFile(
  option: string,
  folder: string,
): Promise<void> {
  if ((await statOrNull(folder))?.isDirectory === false) {
    throw new UsageError(
      `${option} ${folder}: this is a file, expected a folder`,
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
    `--resume: ${run} has no run. Leave --resume out to start one, or name ` +
      `the run's folder with --out`,
  );
}

async function statOrNull(path: string): Promise<Deno.FileInfo | null> {
  try {
    return await Deno.stat(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
