/// <reference lib="dom" />
/**
 * The engine and the models in the page, each loaded once, when first needed.
 *
 * @module
 */

import { selectBuild } from "../../engine/select.ts";
import type { Generator } from "../../generator.ts";
import { type ModelFile, type ModelKind, openModel } from "../../model_file.ts";
import { readQuantizedModel } from "../../network/quantized.ts";
import { once } from "../../once.ts";
import { createDigitReader, type OpenReader } from "../../recognizer.ts";
import type { Fetch } from "../base/request.ts";

/** A recognizer with the name of its model. */
export interface NamedReader extends OpenReader {
  /** For example `recognizer-1a2b3c4d`. */
  readonly name: string;
}

/** The engine and the models of the page. */
export interface PageModels {
  /**
   * Loads the engine.
   *
   * @returns The build for this browser, compiled. Rejects as {@linkcode
   *   createPageModels} says.
   */
  engine(): Promise<WebAssembly.Module>;
  /** Loads the recognizer, which has passed its self-test. */
  recognizer(): Promise<NamedReader>;
  /** Loads the generator and its code, which has passed its self-test. */
  generator(): Promise<Generator>;
}

/** The generator's code, a script of its own. */
export type GeneratorScript = typeof import("../../generator.ts");

/**
 * Creates the loaders. Their promises reject with a ReferenceError if there is
 * no WebAssembly, a CompileError if it lacks SIMD, and a SyntaxError, TypeError
 * or RangeError if a file cannot be fetched or is invalid. The next call tries
 * again.
 *
 * @param fetch Sends the requests.
 * @param importGenerator Imports the generator's code.
 */
export function createPageModels(
  fetch: Fetch,
  importGenerator: () => Promise<GeneratorScript>,
): PageModels {
  const engine = once(() =>
    fetchFile(fetch, `/engine/${selectBuild()}.wasm`).then(compile)
  );
  return {
    engine,
    recognizer: once(async () => {
      const [module, { model, info: { name } }] = await Promise.all([
        engine(),
        fetchModel(fetch, "recognizer"),
      ]);
      const reader = createDigitReader(model, module);
      if (!reader.selfTest()) {
        throw new RangeError("the engine fails the recognizer's self-test");
      }
      return { ...reader, name };
    }),
    generator: once(async () => {
      const [module, file, { createGenerator }] = await Promise.all([
        engine(),
        fetchModel(fetch, "generator"),
        importGenerator(),
      ]);
      const generator = createGenerator(file, module);
      if (!generator.selfTest()) {
        throw new RangeError("the engine fails the generator's self-test");
      }
      return generator;
    }),
  };
}

async function fetchModel(fetch: Fetch, kind: ModelKind): Promise<ModelFile> {
  const response = await fetchFile(fetch, `/models/${kind}.safetensors`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if ("subtle" in crypto) return await openModel(kind, bytes);
  // Pages without https cannot hash, and a model's name contains its hash.
  const model = readQuantizedModel(bytes);
  const { description } = model;
  const size = bytes.length;
  return {
    model,
    info: { name: kind, sha256: "", bytes: size, description, training: {} },
  };
}

async function fetchFile(fetch: Fetch, url: string): Promise<Response> {
  const response = await fetch(url, {});
  if (response.ok) return response;
  throw new TypeError(`${url} answered ${response.status}, expected 200`);
}

/**
 * Compiles while the bytes arrive, which browsers do only for the right media
 * type.
 */
async function compile(response: Response): Promise<WebAssembly.Module> {
  return response.headers.get("content-type") === "application/wasm"
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
}
