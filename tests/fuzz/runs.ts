/**
 * How many cases are tried: hundreds of each kind in every test run, and as many
 * as `FUZZ` says in the long mode, `deno task fuzz`.
 *
 * @module
 */

const CASES = Number(Deno.env.get("FUZZ") ?? 300);

/** Settings of fast-check for each property; the long mode has a new seed. */
export const FUZZ: { readonly numRuns: number; readonly seed: number } = {
  numRuns: CASES,
  seed: Deno.env.has("FUZZ") ? Date.now() | 0 : 20260101,
};
