/**
 * Replaces a file atomically: a reader sees either the old bytes or the new
 * ones, even after a crash. For growing logs see jsonl_log.ts.
 *
 * @module
 */

import { dirname } from "node:path";

/**
 * Writes a temporary file beside the target, flushes it to disk, and renames it
 * over the target. If anything fails, for example because the disk is full, the
 * old file stays unchanged.
 *
 * The temporary name is always `<path>.tmp`, so a run killed half-way leaves at
 * most one such file, which the next write replaces. Concurrent writers of one
 * path are not supported.
 *
 * @param path The target; its folder must exist.
 * @param data Its bytes, or text to be encoded as UTF-8.
 * @throws {Deno.errors.NotFound} If the folder does not exist.
 * @throws {Error} If the system refuses, for example because the disk is full.
 *
 * @example
 * ```ts
 * import { writeAtomically } from "./atomic_write.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * await writeAtomically(`${folder}/hello.txt`, "hello");
 * assert.equal(await Deno.readTextFile(`${folder}/hello.txt`), "hello");
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function writeAtomically(
  path: string,
  data: Uint8Array | string,
): Promise<void> {
  const bytes = typeof data === "string"
    ? new TextEncoder().encode(data)
    : data;
  const temporary = `${path}.tmp`;
  try {
    await writeFlushed(temporary, bytes);
    await Deno.rename(temporary, path);
  } catch (error) {
    await Deno.remove(temporary).catch(() => {});
    throw error;
  }
  await flushFolder(dirname(path));
}

async function writeFlushed(path: string, bytes: Uint8Array): Promise<void> {
  using file = await Deno.open(path, {
    write: true,
    create: true,
    truncate: true,
  });
  for (let written = 0; written < bytes.length;) {
    written += await file.write(bytes.subarray(written));
  }
  await file.sync();
}

/**
 * Makes the rename itself survive a power cut. Windows cannot open a folder as
 * a file.
 */
async function flushFolder(folder: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  using directory = await Deno.open(folder);
  await directory.sync();
}
