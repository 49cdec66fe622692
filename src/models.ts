/**
 * Loads both models and the engine from their files: the recognizer at once,
 * the generator when it is first needed.
 *
 * @module
 */

import { selectBuild } from "./engine/select.ts";
import type { Generator } from "./generator.ts";
import { openModel } from "./model_file.ts";
import { once } from "./once.ts";
import { createRecognizer, type Recognizer } from "./recognizer.ts";

/** The models of a server. */
export interface Models {
  /** Reads digits. */
  readonly recognizer: Recognizer;
  /** Loads the generator, once, however often it is called. */
  readonly generator: LoadGenerator;
}

/**
 * Returns the generator, which the first call loads.
 *
 * @returns Resolves when it is loaded. Rejects with `Deno.errors.NotFound` if
 *   the file is missing, and with a SyntaxError, TypeError or RangeError if it is
 *   not a generator that the engine can run; the next call tries again.
 */
export type LoadGenerator = () => Promise<Generator>;

/** Folder of models/ and static/: the root of the repository. */
const TOP = new URL("../", import.meta.url);

/**
 * Loads models/recognizer.safetensors and the engine's build for this runtime
 * from static/engine/. Loads models/generator.safetensors when the generator is
 * needed, so that reading digits does not wait for it.
 *
 * @param top Folder of models/ and static/, ending with a slash.
 * @throws {Deno.errors.NotFound} if a file is missing.
 * @throws {SyntaxError | TypeError | RangeError} if the recognizer's file is
 *   not a recognizer that the engine can run.
 */
export async function loadModels(top: URL = TOP): Promise<Models> {
  // Synchronous because nothing can be served before this, and handing reads to
  // other threads takes longer at startup than reading half a megabyte.
  const read = (path: string) => Deno.readFileSync(new URL(path, top));
  const recognizer = await openModel(
    "recognizer",
    read("models/recognizer.safetensors"),
  );
  const module = new WebAssembly.Module(
    read(`static/engine/${selectBuild()}.wasm`),
  );
  return {
    recognizer: createRecognizer(recognizer, module),
    generator: once(async () => {
      const { createGenerator } = await import("./generator.ts");
      const file = read("models/generator.safetensors");
      return createGenerator(await openModel("generator", file), module);
    }),
  };
}
