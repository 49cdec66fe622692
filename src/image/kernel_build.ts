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

/** Largest module, in bytes. */
export const MAX_MODULE_BYTES = 16 * 1024;

/** Where the module is embedded, so that no file is read when serving. */
export const KERNEL_BYTES = new URL("kernel_bytes.ts", import.meta.url);

/**
 * Compiles the kernels.
 *
 * @returns The module's bytes; the same source gives the same.
 * @throws {Error} if AssemblyScript refuses the source; its messages are in the text.
 */
export async function compileImageKernels(): Promise<Uint8Array> {
  const { main } = await import("assemblyscript/asc");
  const folder = new URL("kernels/", import.meta.url);
  let bytes: Uint8Array | undefined;
  const options = [
    "main.ts",
    "--outFile=out.wasm",
    "--runtime=stub",
    "--importMemory",
    "--noExportMemory",
    "--initialMemory=1",
    "--enable=simd",
    "-O3",
    "--converge",
    "--noAssert",
    "--disableWarning=112",
  ];
  const { error, stderr } = await main(options, {
    readFile: async (name: string) => {
      try {
        return await Deno.readTextFile(new URL(name, folder));
      } catch {
        return null;
      }
    },
    writeFile: (_name: string, contents: string | Uint8Array) => {
      if (typeof contents !== "string") bytes = contents.slice();
    },
    listFiles: () => [],
  });
  if (error || !bytes) {
    throw new Error(`kernels did not compile: ${stderr}`, { cause: error });
  }
  return bytes;
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
