/**
 * AssemblyScript to WebAssembly, for the programs that build kernels; no part
 * of what serves.
 *
 * @module
 */

/** Sources: a folder, or texts by the names that they import each other by. */
export type Sources = URL | ReadonlyMap<string, string>;

/** What all kernels have in common: no runtime, and a memory that they are given. */
export const KERNEL_OPTIONS: readonly string[] = [
  "--runtime=stub",
  "--importMemory",
  "--noExportMemory",
  "--noAssert",
  // Vectors pass between functions, never across the module's border.
  "--disableWarning=112",
];

/**
 * Compiles a module.
 *
 * @param sources Where the sources are.
 * @param entry Name of the one whose exports are the module's.
 * @param options Options of the compiler, as its command line takes them.
 * @returns The module's bytes; the same source gives the same.
 * @throws {SyntaxError} The sources do not compile; the compiler's messages are
 *   in the text.
 */
export async function compileAssemblyScript(
  sources: Sources,
  entry: string,
  options: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { main } = await import("assemblyscript/asc");
  const modules: Uint8Array<ArrayBuffer>[] = [];
  const { error, stderr } = await main(
    [entry, "--outFile=out.wasm", ...options],
    {
      readFile: (name) => readSource(sources, name),
      writeFile: (_name, contents) => {
        if (typeof contents !== "string") modules.push(contents.slice());
      },
      listFiles: () => [],
    },
  );
  const [module] = modules;
  if (error !== null || module === undefined) {
    throw new SyntaxError(`${entry} does not compile: ${stderr}`, {
      cause: error,
    });
  }
  return module;
}

/** Reads a source; the compiler looks for each in several places. */
async function readSource(
  sources: Sources,
  name: string,
): Promise<string | null> {
  if (!(sources instanceof URL)) return sources.get(name) ?? null;
  try {
    return await Deno.readTextFile(new URL(name, sources));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}
