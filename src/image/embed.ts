/**
 * Writes WebAssembly modules as scripts that hold them in base64, so that no
 * file is read when serving. It is for the programs that build; nothing here
 * serves.
 *
 * @module
 */

import { Buffer } from "node:buffer";
import { parseArgs } from "node:util";

/** A WebAssembly module to be embedded. */
export interface Embedding {
  /** What it is: "The image path's kernels, compiled". */
  readonly what: string;
  /** The script that writes it. */
  readonly writer: string;
  /** The constant's name. */
  readonly name: string;
  /** The module. */
  readonly module: Uint8Array;
}

/** The text of a script that exports a module's bytes in base64. */
export function embedded(embedding: Embedding): string {
  const { what, writer, name, module } = embedding;
  return `/**
 * ${what}: written by ${writer}, not by hand.
 *
 * @module
 */

/** A WebAssembly module in base64. */
export const ${name} =
  "${Buffer.from(module).toString("base64")}";
`;
}

/**
 * Writes a script, or with `--check` on the command line compares it with the
 * one that is there, and sets the exit code.
 *
 * @param place The script's place.
 * @param embedding What it is to hold.
 */
export async function writeEmbedded(
  place: URL,
  embedding: Embedding,
): Promise<void> {
  const { check } =
    parseArgs({ options: { check: { type: "boolean" } } }).values;
  const text = embedded(embedding);
  const file = place.pathname.split("/").at(-1);
  if (!check) await Deno.writeTextFile(place, text);
  else if (text !== await Deno.readTextFile(place)) {
    console.error(`${file} is not what ${embedding.writer} writes`);
    Deno.exitCode = 1;
  }
  console.log(`${file}: ${embedding.module.length} bytes embedded`);
}
