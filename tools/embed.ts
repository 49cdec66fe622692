/**
 * Writes a package's WebAssembly module as a script that holds it in base64.
 * Serving then needs no permission to read the package's files; `deno bundle`
 * does not support source-phase imports, which would do the same.
 *
 * `deno run -A tools/embed.ts NAME DESCRIPTION FILE` prints the script; FILE is
 * an import specifier.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { writeOutput } from "./write_output.ts";

/** A WebAssembly module to embed. */
export interface Embedding {
  /** Name of the constant that holds it. */
  readonly name: string;
  /** What it is: "MozJPEG's decoder". */
  readonly description: string;
  /** The module. */
  readonly module: Uint8Array;
}

/** The text of a script that exports a module's bytes in base64. */
export function embed({ name, description, module }: Embedding): string {
  return `/**
 * ${description}. Generated: run \`deno task generate\`, don't edit.
 *
 * @module
 */

/** A WebAssembly module in base64. */
export const ${name} =
  "${Buffer.from(module).toString("base64")}";
`;
}

if (import.meta.main) {
  const [name = "", description = "", file = ""] = Deno.args;
  const module = await Deno.readFile(new URL(import.meta.resolve(file)));
  const text = embed({ name, description, module });
  await writeOutput(new TextEncoder().encode(text));
}
