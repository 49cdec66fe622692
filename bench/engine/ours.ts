/**
 * Inkling's engine as a contender.
 *
 * @module
 */

import { createEngine } from "../../src/engine/engine.ts";
import type { EngineBuild } from "../../src/engine/select.ts";
import { writeQuantizedModel } from "../../src/network/quantized.ts";
import type { Contender } from "./contender.ts";

/** Checks, plan and answer, as the page loads them. */
const LOADER = new URL("../../src/page/models/models.ts", import.meta.url);

function contenderOf(build: EngineBuild): Contender {
  const file = new URL(`../../static/engine/${build}.wasm`, import.meta.url);
  return {
    load(model) {
      const module = new WebAssembly.Module(Deno.readFileSync(file));
      const engine = createEngine(module, model);
      return engine.outputKind === "logits" ? engine.logits : engine.pixels;
    },
    code: [file],
    bundled: LOADER,
    modelBytes: (model) => writeQuantizedModel(model).length,
  };
}

/** The build with relaxed SIMD. */
export const relaxed: Contender = contenderOf("relaxed");

/** The build without it. */
export const plain: Contender = contenderOf("plain");
