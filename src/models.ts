/**
 * Loads both models and the engine from their files: the recognizer at once,
 * the generator when it is first asked for.
 *
 * @module
 */

import { selectBuild } from "./engine/select.ts";
import type { Generator } from "./generator.ts";
import { openModel } from "./model_file.ts";
import { createRecognizer, type Recognizer } from "./recognizer.ts";

/** What a server answers with. */
export interface Models {
  /** Reads digits. */
  readonly recognizer: Recognizer;
  /** Loads what writes digits; loads it once, however often it is called. */
  readonly generator: LoadGenerator;
}

/**
 * Gives the generator, loaded by the first call.
 *
 * @returns Kept when it is loaded. Rejected, for every call alike, with
 *   `Deno.errors.NotFound` if the file is missing, and with a SyntaxError, a
 *   TypeError or a RangeError if it is not what the engine and the task ask for.
 */
export type LoadGenerator = () => Promise<Generator>;

/** Folder of models/ and static/: the repository's top. */
const TOP = new URL("../", import.meta.url);

/**
 * Reads models/recognizer.safetensors and the engine's build for this runtime
 * from static/engine/; models/generator.safetensors when the generator is asked
 * for, since who only reads digits does not wait for it.
 *
 * @param top Folder that holds models/ and static/, with a slash at its end.
 * @throws {Deno.errors.NotFound} if a file is missing.
 * @throws {SyntaxError | TypeError | RangeError} if the recognizer's file is not
 *   what the engine and its task ask for.
 */
export async function loadModels(top: URL = TOP): Promise<Models> {
  // Synchronous, for nothing else is to be done before: at start, going through
  // threads costs more than reading half a megabyte.
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

/** Makes a function that calls another once and then repeats its result. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}
