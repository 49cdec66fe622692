/**
 * Lists TypeScript modules, for commands that need every path.
 *
 * @module
 */

/** Folders of AssemblyScript, which Deno does not read. */
const ASSEMBLY_SCRIPT = "kernels";

/**
 * Lists modules, in order, without declaration files and AssemblyScript.
 *
 * @param paths Files, which are listed unchanged, and folders.
 */
export function modulesIn(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    Deno.statSync(path).isDirectory ? [...walk(path)] : [path]
  ).sort();
}

function* walk(folder: string): Generator<string> {
  for (const entry of Deno.readDirSync(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) {
      if (entry.name !== ASSEMBLY_SCRIPT) yield* walk(path);
    } else if (entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts")) {
      yield path;
    }
  }
}
