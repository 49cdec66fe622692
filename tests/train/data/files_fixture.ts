/**
 * Folders of files for tests.
 *
 * @module
 */

import { dirname } from "node:path";

/** Files of a folder: path within it, and contents. */
export type Files = Readonly<Record<string, Uint8Array | string>>;

/** Runs a test on a temporary folder with some files, then removes it. */
export async function inFolder(
  files: Files,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "inkling-data-" });
  try {
    for (const [name, contents] of Object.entries(files)) {
      const path = `${folder}/${name}`;
      await Deno.mkdir(dirname(path), { recursive: true });
      const bytes = typeof contents === "string"
        ? new TextEncoder().encode(contents)
        : contents;
      await Deno.writeFile(path, bytes);
    }
    await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
