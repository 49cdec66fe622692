/**
 * Compiles the kernels to static/engine/: `relaxed.wasm` and `plain.wasm` from
 * one source. With `--check` nothing is written; the committed files are
 * compared with what the source gives.
 *
 * This is a program (`deno task build:engine`), not part of what serves.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { compileAssemblyScript, KERNEL_OPTIONS } from "../assemblyscript.ts";
import type { EngineBuild } from "./select.ts";

/** Features of each build, as AssemblyScript names them. */
const FEATURES = { relaxed: "simd,relaxed-simd", plain: "simd" } as const;

/** Largest module, in bytes; tests hold it. */
export const MAX_MODULE_BYTES = 32 * 1024;

/** Where the compiled modules are. */
export const ENGINE_FOLDER = new URL("../../static/engine/", import.meta.url);

/**
 * Compiles one build.
 *
 * @returns The module's bytes; the same source gives the same.
 * @throws {SyntaxError} The source does not compile.
 */
export async function compileKernels(
  build: EngineBuild,
): Promise<Uint8Array<ArrayBuffer>> {
  return await compileAssemblyScript(
    new URL("kernels/", import.meta.url),
    "main.ts",
    [
      ...KERNEL_OPTIONS,
      // Asking for a page rather than none measured 1 to 2 % faster in Deno.
      "--initialMemory=1",
      `--enable=${FEATURES[build]}`,
      ...["-O3", "--converge"],
    ],
  );
}

/** Whether two byte strings are equal. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

async function main(): Promise<void> {
  const { check } =
    parseArgs({ options: { check: { type: "boolean" } } }).values;
  for (const build of ["relaxed", "plain"] as const) {
    const bytes = await compileKernels(build);
    const file = new URL(`${build}.wasm`, ENGINE_FOLDER);
    if (!check) {
      await Deno.mkdir(ENGINE_FOLDER, { recursive: true });
      await Deno.writeFile(file, bytes);
    } else if (!equal(bytes, await Deno.readFile(file))) {
      console.error(`${build}.wasm is not what the kernels compile to`);
      Deno.exitCode = 1;
    }
    console.log(`${build}.wasm ${bytes.length} bytes`);
  }
}

if (import.meta.main) await main();
