/**
 * Compiles the image path's kernels into kernel_bytes.ts. With `--check`
 * nothing is written; the committed file is compared with what the source
 * gives.
 *
 * This is a program (`deno task build:image`), not part of what serves.
 *
 * @module
 */

import { compileAssemblyScript, KERNEL_OPTIONS } from "../assemblyscript.ts";
import { type Embedding, writeEmbedded } from "./embed.ts";

/** Largest module, in bytes. */
export const MAX_MODULE_BYTES = 16 * 1024;

/** Where the module is embedded. */
export const KERNEL_BYTES = new URL("kernel_bytes.ts", import.meta.url);

/**
 * Compiles the kernels.
 *
 * @returns The module, as it is embedded; the same source gives the same.
 * @throws {SyntaxError} The source does not compile.
 */
export async function compileImageKernels(): Promise<Embedding> {
  const module = await compileAssemblyScript(
    new URL("kernels/", import.meta.url),
    "main.ts",
    [
      ...KERNEL_OPTIONS,
      "--initialMemory=1",
      "--enable=simd",
      ...["-O3", "--converge"],
    ],
  );
  return {
    what: "The image path's kernels, compiled",
    writer: "kernel_build.ts",
    name: "KERNEL_BYTES",
    module,
  };
}

if (import.meta.main) {
  await writeEmbedded(KERNEL_BYTES, await compileImageKernels());
}
