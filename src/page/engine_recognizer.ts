/**
 * A recognizer that runs the serving engine in the page: the same WASM, the same model file and the same code as the
 * server's, so the same answers.
 *
 * It is NOT part of static/page.js: `deno task generate` bundles it into static/page_engine.js, which main.ts loads when the page
 * is shown. Nor does it choose between itself and the server (lazy_recognizer.ts does).
 *
 * @module
 */

import { selectBuild } from "../engine/select.ts";
import { drawStrokes, MAX_POINTS } from "../image/strokes.ts";
import { openModel } from "../model_file.ts";
import { readQuantizedModel } from "../network/quantized.ts";
import { createDigitReader, type DigitReader } from "../recognizer.ts";
import { thin } from "./drawing.ts";
import type { StrokeRecognizer } from "./recognizer.ts";
import type { Fetch } from "./request.ts";

/** Where the model lies on the server. */
const MODEL_URL = "/models/recognizer.safetensors";

/**
 * Loads engine and model from the server that the page came from.
 *
 * @param fetch Sends the requests.
 * @returns A recognizer that needs no server any more.
 * @throws {ReferenceError} If there is no WebAssembly here.
 * @throws {WebAssembly.CompileError} If there is no SIMD in it.
 * @throws {SyntaxError | TypeError | RangeError} If a file cannot be fetched or is not what it should be.
 */
export async function loadEngineRecognizer(
  fetch: Fetch,
): Promise<StrokeRecognizer> {
  const [module, response] = await Promise.all([
    fetchFile(fetch, `/engine/${selectBuild()}.wasm`).then(compile),
    fetchFile(fetch, MODEL_URL),
  ]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Pages that came without https cannot hash, and a model's name is its hash.
  const { model, info } = "subtle" in crypto
    ? await openModel("recognizer", bytes)
    : { model: readQuantizedModel(bytes), info: { name: "recognizer" } };
  const reader = createDigitReader(model, module);
  if (!reader.selfTest()) {
    throw new RangeError("the engine does not give what the model's test asks");
  }
  return createEngineRecognizer(reader, info.name);
}

/**
 * Makes a recognizer of what reads single images.
 *
 * @param reader Reads images.
 * @param model The name of its model.
 * @param now The clock, in milliseconds.
 * @returns The recognizer. Its promises are settled when it returns them.
 */
export function createEngineRecognizer(
  reader: DigitReader,
  model: string,
  now: () => number = () => performance.now(),
): StrokeRecognizer {
  return {
    place: "browser",
    recognizeStrokes: (strokes, signal) =>
      new Promise((resolve) => {
        signal.throwIfAborted();
        const start = now();
        const seen = drawStrokes(thin(strokes, MAX_POINTS));
        const [answer] = reader.recognize(seen);
        resolve({ ...answer!, model, seen, milliseconds: now() - start });
      }),
  };
}

async function fetchFile(fetch: Fetch, url: string): Promise<Response> {
  const response = await fetch(url, {});
  if (response.ok) return response;
  throw new TypeError(`${url} answered ${response.status}, expected 200`);
}

/** Compiles while the bytes come in, which browsers do for the right media type only. */
async function compile(response: Response): Promise<WebAssembly.Module> {
  return response.headers.get("content-type") === "application/wasm"
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
}
