/**
 * Compiles the training kernels: `kernels/*.ts` (AssemblyScript) to
 * `kernels.wasm`. With `--check` it writes nothing and fails where the
 * committed file is not what the sources compile to.
 *
 * Run by `deno task build:kernels`.
 *
 * @module
 */

import {
  compileAssemblyScript,
  KERNEL_OPTIONS,
} from "../../src/assemblyscript.ts";

/** The file that is committed. */
const TARGET = new URL("./kernels.wasm", import.meta.url);

/**
 * Compiles the kernels.
 *
 * The module imports its memory and has no data of its own: two modules share
 * that memory, and neither may keep anything at an address of its choosing.
 *
 * @returns The bytes of the WASM module, the same on every run.
 * @throws {SyntaxError} if the sources do not compile.
 */
export async function compileKernels(): Promise<Uint8Array<ArrayBuffer>> {
  return await compileAssemblyScript(
    new URL("./kernels/", import.meta.url),
    "index.ts",
    [
      ...KERNEL_OPTIONS,
      "--enable=simd,relaxed-simd",
      // Not -O3: it merges a loop's sums into nested expressions, whose order
      // of evaluation needs more vector registers than there are.
      "-O2",
    ],
  );
}

async function main(args: string[]): Promise<void> {
  const bytes = await compileKernels();
  if (!args.includes("--check")) {
    await Deno.writeFile(TARGET, bytes);
    console.log(`kernels.wasm: ${bytes.length} bytes`);
    return;
  }
  const committed = await Deno.readFile(TARGET);
  const same = committed.length === bytes.length &&
    committed.every((byte, i) => byte === bytes[i]);
  if (!same) {
    console.error("kernels.wasm is stale: run `deno task build:kernels`");
    Deno.exit(1);
  }
  console.log("kernels.wasm is what its sources compile to");
}

if (import.meta.main) await main(Deno.args);
