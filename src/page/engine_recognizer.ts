/**
 * A recognizer that runs the serving engine in the page: the same WASM, model
 * file and code as the server, and so the same answers.
 *
 * It is not part of static/page.js: it is bundled into static/page_engine.js,
 * which main.ts loads when the page is shown. lazy_recognizer.ts chooses
 * between it and the server.
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

/** URL of the model on the server. */
const MODEL_URL = "/models/recognizer.safetensors";

/**
 * Loads the engine and the model from the page's server.
 *
 * @param fetch Sends the requests.
 * @returns A recognizer that no longer needs the server.
 * @throws {ReferenceError} If there is no WebAssembly here.
 * @throws {WebAssembly.CompileError} If WebAssembly lacks SIMD.
 * @throws {SyntaxError | TypeError | RangeError} If a file cannot be fetched or
 *   is invalid.
 */
export async function loadEngineRecognizer(
  fetch: Fetch,
): Promise<StrokeRecognizer> {
  const [module, response] = await Promise.all([
    fetchFile(fetch, `/engine/${selectBuild()}.wasm`).then(compile),
    fetchFile(fetch, MODEL_URL),
  ]);
  const bytes = new Uint8Array(await response.arrayBuffer());
  // Pages without https cannot hash, and a model's name contains its hash.
  const { model, info } = "subtle" in crypto
    ? await openModel("recognizer", bytes)
    : { model: readQuantizedModel(bytes), info: { name: "recognizer" } };
  const reader = createDigitReader(model, module);
  if (!reader.selfTest()) {
    throw new RangeError("the engine fails the model's self-test");
  }
  return createEngineRecognizer(reader, info.name);
}

/**
 * Wraps a reader of single images as a recognizer.
 *
 * @param reader Reads images.
 * @param model The name of its model.
 * @param now The clock, in milliseconds.
 * @returns The recognizer. Its promises are already settled when it returns
 *   them.
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

/**
 * Compiles while the bytes arrive, which browsers do only for the right media
 * type.
 */
async function compile(response: Response): Promise<WebAssembly.Module> {
  return response.headers.get("content-type") === "application/wasm"
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
}
