/**
 * Selects the engine build for this runtime: relaxed SIMD where available,
 * plain SIMD elsewhere. Both compute the same bytes.
 *
 * @module
 */

/** The two builds, named after their files in static/engine/. */
export type EngineBuild = "relaxed" | "plain";

/**
 * A module with one function, which returns a relaxed dot product:
 * `i32x4.relaxed_dot_i8x16_i7x16_add_s` of three splats of 0.
 */
// deno-fmt-ignore
const PROBE = Uint8Array.of(
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, // type: () -> v128
  0x03, 0x02, 0x01, 0x00, // one function of it
  0x0a, 0x13, 0x01, 0x11, 0x00, // its code, no locals
  0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f, 0x41, 0x00, 0xfd, 0x0f,
  0xfd, 0x93, 0x02, 0x0b,
);

/**
 * Returns the build that this runtime can run.
 *
 * @example
 * ```ts
 * import { selectBuild } from "./select.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(selectBuild(), "relaxed"); // every Deno since 1.40
 * assert.equal(selectBuild(() => false), "plain");
 * ```
 *
 * @param validate Whether a module is valid; `WebAssembly.validate` by default.
 */
export function selectBuild(
  validate: (module: BufferSource) => boolean = WebAssembly.validate,
): EngineBuild {
  return validate(PROBE) ? "relaxed" : "plain";
}
