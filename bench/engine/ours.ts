/**
 * Our engine as a contender.
 *
 * @module
 */

import { createEngine } from "../../src/engine/engine.ts";
import type { EngineBuild } from "../../src/engine/select.ts";
import type { Load } from "./contender.ts";

function loadBuild(build: EngineBuild): Load {
  return (model) => {
    const file = new URL(`../../static/engine/${build}.wasm`, import.meta.url);
    const module = new WebAssembly.Module(Deno.readFileSync(file));
    const engine = createEngine(module, model);
    return engine.outputKind === "logits" ? engine.logits : engine.pixels;
  };
}

/** The build with relaxed SIMD. */
export const relaxed: Load = loadBuild("relaxed");

/** The build without it. */
export const plain: Load = loadBuild("plain");
