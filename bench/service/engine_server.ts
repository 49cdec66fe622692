/**
 * A server that reports how long the engine currently takes for one image. It
 * is a separate process so that it can run on the same core as the servers it
 * is compared with.
 *
 * @module
 */

import { createEngine } from "../../src/engine/engine.ts";
import { selectBuild } from "../../src/engine/select.ts";
import { openModel } from "../../src/model_file.ts";
import { median } from "./median.ts";

/** Number of runs, whose median is the answer. */
const RUNS = 200;

/** Warm-up runs after which the engine is at full speed. */
const WARM_UP = 2000;

/** Creates a function that runs the engine on one image, in milliseconds. */
async function createTimer(): Promise<(image: Uint8Array) => number> {
  const read = (path: string) =>
    Deno.readFileSync(new URL(`../../${path}`, import.meta.url));
  const { model } = await openModel(
    "recognizer",
    read("models/recognizer.safetensors"),
  );
  const engine = createEngine(
    new WebAssembly.Module(read(`static/engine/${selectBuild()}.wasm`)),
    model,
  );
  return (image) => {
    const began = performance.now();
    engine.logits(image, 1);
    return performance.now() - began;
  };
}

if (import.meta.main) {
  const time = await createTimer();
  const blank = new Uint8Array(784);
  for (let i = 0; i < WARM_UP; i++) time(blank);
  Deno.serve(
    { port: Number(Deno.env.get("PORT") || 8000) },
    async (request) => {
      const image = await request.bytes();
      return Response.json(
        median(Array.from({ length: RUNS }, () => time(image))),
      );
    },
  );
}
