/**
 * Loads both models and the engine from their files.
 *
 * @module
 */

import { selectBuild } from "./engine/select.ts";
import { createGenerator, type Generator } from "./generator.ts";
import { openModel } from "./model_file.ts";
import { createRecognizer, type Recognizer } from "./recognizer.ts";

/** What a server answers with. */
export interface Models {
  /** Reads digits. */
  readonly recognizer: Recognizer;
  /** Writes digits. */
  readonly generator: Generator;
}

/** Folder of models/ and static/: the repository's top. */
const TOP = new URL("../", import.meta.url);

/**
 * Reads models/recognizer.safetensors, models/generator.safetensors and the
 * engine's build for this runtime from static/engine/.
 *
 * @param top Folder that holds models/ and static/, with a slash at its end.
 * @throws {Deno.errors.NotFound} if a file is missing.
 * @throws {SyntaxError | TypeError | RangeError} if a model file is not what the
 *   engine and its task ask for.
 */
export async function loadModels(top: URL = TOP): Promise<Models> {
  // Synchronous, for nothing else is to be done before: at start, going through
  // threads costs more than reading half a megabyte.
  const read = (path: string) => Deno.readFileSync(new URL(path, top));
  const [recognizer, generator] = await Promise.all([
    openModel("recognizer", read("models/recognizer.safetensors")),
    openModel("generator", read("models/generator.safetensors")),
  ]);
  const module = new WebAssembly.Module(
    read(`static/engine/${selectBuild()}.wasm`),
  );
  return {
    recognizer: createRecognizer(recognizer, module),
    generator: createGenerator(generator, module),
  };
}
