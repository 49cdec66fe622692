/**
 * Compiles the image path's kernels into kernel_bytes.ts. With `--check`
 * nothing is written; the committed file is compared with what the source
 * gives.
 *
 * This is a program (`deno task build:image`), not part of what serves.
 *
 * @module
 */

import { parseArgs } from "node:util";
import { compileAssemblyScript, KERNEL_OPTIONS } from "../assemblyscript.ts";

/** Largest module, in bytes. */
export const MAX_MODULE_BYTES = 16 * 1024;

/** Where the module is embedded, so that no file is read when serving. */
export const KERNEL_BYTES = new URL("kernel_bytes.ts", import.meta.url);

/**
 * Compiles the kernels.
 *
 * @returns The module's bytes; the same source gives the same.
 * @throws {SyntaxError} The source does not compile.
 */
export async function compileImageKernels(): Promise<Uint8Array> {
  return await compileAssemblyScript(
    new URL("kernels/", import.meta.url),
    "main.ts",
    [
      ...KERNEL_OPTIONS,
      "--initialMemory=1",
      "--enable=simd",
      ...["-O3", "--converge"],
    ],
  );
}

/** The text of kernel_bytes.ts for a module. */
export function embedded(module: Uint8Array): string {
  return `/**
 * The image path's kernels, compiled: written by kernel_build.ts, not by hand.
 *
 * @module
 */

/** A WebAssembly module in base64. */
export const KERNEL_BYTES =
  "${btoa(String.fromCharCode(...module))}";
`;
}

async function main(): Promise<void> {
  const { check } =
    parseArgs({ options: { check: { type: "boolean" } } }).values;
  const module = await compileImageKernels();
  const text = embedded(module);
  if (!check) await Deno.writeTextFile(KERNEL_BYTES, text);
  else if (text !== await Deno.readTextFile(KERNEL_BYTES)) {
    console.error("kernel_bytes.ts is not what the kernels compile to");
    Deno.exitCode = 1;
  }
  console.log(`kernel_bytes.ts: ${module.length} bytes embedded`);
}

if (import.meta.main) await main();
