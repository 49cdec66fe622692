/**
 * Replacing a file all at once: whoever reads it, or finds it after a crash,
 * sees the old bytes or the new, never a part. For logs that grow see jsonl_log.ts.
 *
 * @module
 */

import { dirname } from "node:path";

/**
 * Writes a file under a temporary name beside it, flushes it to the disk, and renames
 * it over the old one. If anything fails (a full disk) the old file stays as it was.
 *
 * The temporary name is always `<path>.tmp`, so a run killed half-way leaves at most one
 * such file, which the next write replaces; two writers of one path at a time are not supported.
 *
 * @param path Where the file is to be; its folder must exist.
 * @param data Its bytes, or text that becomes UTF-8.
 * @throws {Deno.errors.NotFound} If the folder does not exist.
 * @throws {Error} Whatever else the system refuses, the disk being full among it.
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

/** Makes the rename itself survive a power cut; Windows can't open a folder as a file. */
async function flushFolder(folder: string): Promise<void> {
  if (Deno.build.os === "windows") return;
  using directory = await Deno.open(folder);
  await directory.sync();
}
