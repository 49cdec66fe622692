/**
 * Compiles AssemblyScript to WebAssembly.
 *
 * `deno run -A tools/assemblyscript.ts ENTRY [OPTION...]` compiles kernels and
 * writes the module to standard output.
 *
 * @module
 */

import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { writeOutput } from "./write_output.ts";

/**
 * Sources: a folder, or texts by the names under which they import each other.
 */
export type Sources = URL | ReadonlyMap<string, string>;

/** Options of all kernels: no runtime, and an imported memory. */
export const KERNEL_OPTIONS: readonly string[] = [
  "--runtime=stub",
  "--importMemory",
  "--noExportMemory",
  "--noAssert",
  // Vectors pass between functions, but never across the module's boundary.
  "--disableWarning=112",
];

/**
 * Compiles a module.
 *
 * @param sources Where the sources are.
 * @param entry Name of the one whose exports are the module's.
 * @param options Options of the compiler, as on its command line.
 * @returns The module's bytes; the same source compiles to the same bytes.
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

/**
 * Compiles kernels.
 *
 * @param entry Path of the module whose exports are the kernels.
 * @param options Options in addition to {@linkcode KERNEL_OPTIONS}.
 * @returns The module's bytes.
 * @throws {SyntaxError} The sources do not compile.
 */
export async function compileKernels(
  entry: string,
  options: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  return await compileAssemblyScript(
    pathToFileURL(`${dirname(resolve(entry))}/`),
    basename(entry),
    [...KERNEL_OPTIONS, ...options],
  );
}

if (import.meta.main) {
  const [entry = "", ...options] = Deno.args;
  await writeOutput(await compileKernels(entry, options));
}
