/**
 * The maximum speed of a core: a WASM loop of relaxed int8 dot products on
 * twelve sums that loads nothing.
 *
 * @module
 */

import { compileAssemblyScript } from "../../tools/assemblyscript.ts";

const SUMS = 12;
const ITERATIONS = 5000;
const ROUNDS = 400;

/** Multiply-adds per instruction, in 16 lanes. */
const LANES = 16;

/**
 * Measures the ceiling.
 *
 * @returns Billions of operations per second at best; a multiply-add counts as
 *   two.
 */
export async function measureCeiling(): Promise<number> {
  const names = Array.from({ length: SUMS }, (_, i) => `s${i}`);
  const source = `export function loop(count: i32): i32 {
    const a = i8x16.splat((count >> 1) as i8);
    const b = i8x16.splat(count as i8);
    ${names.map((s, i) => `let ${s} = i32x4.splat(${i});`).join("\n")}
    for (let i = 0; i < count; i++) {
      ${
    names.map((s) => `${s} = i32x4.relaxed_dot_i8x16_i7x16_add_s(a, b, ${s});`)
      .join("\n")
  }
    }
    return i32x4.extract_lane(${
    names.reduce((sum, s) => `i32x4.add(${sum}, ${s})`)
  }, 0);
  }`;
  const bytes = await compileAssemblyScript(
    new Map([["loop.ts", source]]),
    "loop.ts",
    [
      "--runtime=stub",
      "--noExportMemory",
      "--enable=simd,relaxed-simd",
      "-O3",
    ],
  );
  const { instance } = await WebAssembly.instantiate(bytes);
  const loop = instance.exports.loop as (count: number) => number;
  // V8 optimizes only frequently called code, in the background, which takes it
  // a while.
  for (let i = 0; i < 30_000; i++) loop(10);
  await new Promise((resolve) => setTimeout(resolve, 500));
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    loop(ITERATIONS);
    least = Math.min(least, performance.now() - began);
  }
  return 2 * LANES * SUMS * ITERATIONS / least / 1e6;
}
