/**
 * The serving engine, for measuring exported models as they will be served.
 *
 * @module
 */

import { selectBuild } from "../../src/engine/select.ts";
import { createGenerator, type Generator } from "../../src/generator.ts";
import { openModel } from "../../src/model_file.ts";
import { createRecognizer, type Recognizer } from "../../src/recognizer.ts";

/**
 * Opens a generator's file in the engine.
 *
 * @throws as `openModel` and `createGenerator` do.
 */
export async function generatorFrom(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Generator> {
  return createGenerator(
    await openModel("generator", bytes),
    await engineModule(),
  );
}

/**
 * Opens a recognizer's file in the engine.
 *
 * @throws as `openModel` and `createRecognizer` do.
 */
export async function recognizerFrom(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Recognizer> {
  return createRecognizer(
    await openModel("recognizer", bytes),
    await engineModule(),
  );
}

/** The compiled engine build for this runtime. */
export async function engineModule(): Promise<WebAssembly.Module> {
  const url = new URL(
    `../../static/engine/${selectBuild()}.wasm`,
    import.meta.url,
  );
  return await WebAssembly.compile(await Deno.readFile(url));
}
