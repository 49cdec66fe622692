/**
 * Which files are TypeScript of ours, for commands that must be told.
 *
 * @module
 */

import { join } from "node:path";

/** Folders of AssemblyScript, which Deno does not read. */
const NOT_OURS = new Set(["kernels"]);

/**
 * Lists the modules of some folders, in order; declaration files and
 * AssemblyScript are left out.
 */
export function ourModules(folders: readonly string[]): string[] {
  return folders.flatMap((folder) => [...modules(folder)]).sort();
}

function* modules(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory) {
      if (!NOT_OURS.has(entry.name)) yield* modules(path);
    } else if (entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts")) {
      yield path;
    }
  }
}
