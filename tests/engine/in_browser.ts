/**
 * The part of browser_test.ts that runs in the browser, bundled: both models,
 * from the given bytes.
 *
 * @module
 */

import { createGenerator } from "../../src/generator.ts";
import { openModel } from "../../src/model_file.ts";
import { createRecognizer } from "../../src/recognizer.ts";
import { selectBuild } from "../../src/engine/select.ts";

/** Files, all in base64. */
export interface Files {
  /** The engine. */
  readonly wasm: string;
  /** models/generator.safetensors */
  readonly generator: string;
  /** models/recognizer.safetensors */
  readonly recognizer: string;
}

/** Results of both models for a seed. */
export interface Outcome {
  /** The build that the browser would choose. */
  readonly build: string;
  /** Generated digits, base64. */
  readonly pixels: string;
  /** The recognizer's answers for them. */
  readonly digits: readonly number[];
  /** Whether both self-tests pass. */
  readonly selfTests: readonly boolean[];
}

/** Generates digits and reads them. */
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
