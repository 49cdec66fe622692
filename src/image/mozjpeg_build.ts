/**
 * Embeds the package's JPEG decoder into mozjpeg_bytes.ts. With `--check`
 * nothing is written; the committed file is compared with the package's.
 *
 * This is a program (`deno task build:jpeg`), not part of what serves.
 *
 * @module
 */

import { type Embedding, writeEmbedded } from "./embed.ts";

/** Where the module is embedded. */
export const MOZJPEG_BYTES = new URL("mozjpeg_bytes.ts", import.meta.url);

/**
 * Reads the decoder.
 *
 * @returns The package's WebAssembly module, as it is embedded.
 */
export async function readMozJpeg(): Promise<Embedding> {
  const file = import.meta.resolve(
    "@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm",
  );
  return {
    what: "The JPEG decoder of @jsquash/jpeg, MozJPEG's (Apache-2.0)",
    writer: "mozjpeg_build.ts",
    name: "MOZJPEG_BYTES",
    module: await Deno.readFile(new URL(file)),
  };
}

if (import.meta.main) await writeEmbedded(MOZJPEG_BYTES, await readMozJpeg());
