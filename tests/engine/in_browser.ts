/**
 * What browser_test.ts runs in the browser, bundled: both models, from given
 * bytes.
 *
 * @module
 */

import { createGenerator } from "../../src/generator.ts";
import { openModel } from "../../src/model_file.ts";
import { createRecognizer } from "../../src/recognizer.ts";
import { selectBuild } from "../../src/engine/select.ts";

/** Files, all base64. */
export interface Files {
  /** The engine. */
  readonly wasm: string;
  /** models/generator.safetensors */
  readonly generator: string;
  /** models/recognizer.safetensors */
  readonly recognizer: string;
}

/** What both models make of a seed. */
export interface Outcome {
  /** The build that the browser would choose. */
  readonly build: string;
  /** Digits as the generator writes them, base64. */
  readonly pixels: string;
  /** How the recognizer reads them. */
  readonly digits: readonly number[];
  /** Whether both self-tests pass. */
  readonly selfTests: readonly boolean[];
}

/** Writes digits and reads them. */
export async function run(files: Files, seed: number): Promise<Outcome> {
  const module = await WebAssembly.compile(fromBase64(files.wasm));
  const generator = createGenerator(
    await openModel("generator", fromBase64(files.generator)),
    module,
  );
  const recognizer = createRecognizer(
    await openModel("recognizer", fromBase64(files.recognizer)),
    module,
  );
  const wanted = Array.from({ length: 70 }, (_, i) => i % 10);
  const pixels = generator.generate({ digits: wanted, seed, spread: 0.9 });
  return {
    build: selectBuild(),
    pixels: btoa(String.fromCharCode(...pixels)),
    digits: recognizer.recognize(pixels).map(({ digit }) => digit),
    selfTests: [generator.selfTest(), recognizer.selfTest()],
  };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

Object.assign(globalThis, { run });
