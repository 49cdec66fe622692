import assert from "node:assert/strict";
import { randomSeed, seedFromText } from "../../../src/page/base/seed.ts";

Deno.test("seedFromText() takes whole numbers up to the largest seed", () => {
  assert.equal(seedFromText(" 007 "), 7);
  assert.equal(seedFromText("4294967295"), 4294967295);
  for (const text of ["", "-1", "1.5", "4294967296", "1e3", "seven"]) {
    assert.equal(seedFromText(text), null, text);
  }
});

Deno.test("randomSeed() draws short seeds that differ", () => {
  const seeds = Array.from({ length: 50 }, randomSeed);
  assert.ok(seeds.every((seed) => Number.isInteger(seed) && seed < 1_000_000));
  assert.ok(new Set(seeds).size > 45);
});
