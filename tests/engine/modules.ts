/**
 * Both builds of the engine, compiled.
 *
 * @module
 */

import type { EngineBuild } from "../../src/engine/select.ts";

/** Both builds by name. */
export const ENGINE_MODULES: readonly [
  readonly [EngineBuild, WebAssembly.Module],
  readonly [EngineBuild, WebAssembly.Module],
] = [
  ["relaxed", read("relaxed")],
  ["plain", read("plain")],
];

function read(build: EngineBuild): WebAssembly.Module {
  const file = new URL(`../../static/engine/${build}.wasm`, import.meta.url);
  return new WebAssembly.Module(Deno.readFileSync(file));
}
