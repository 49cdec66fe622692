import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { auroc } from "../../../../train/evaluate/rejection/auroc.ts";

Deno.test("auroc() is the share of pairs in the right order, counting ties half", () => {
  const random = new Random(1);
  const above = Array.from({ length: 40 }, () => 1 + random.below(8));
  const below = Array.from({ length: 30 }, () => random.below(8));
  let wins = 0;
  for (const high of above) {
    for (const low of below) wins += high > low ? 1 : high === low ? 0.5 : 0;
  }
  assert.ok(Math.abs(auroc(above, below) - wins / (40 * 30)) < 1e-12);
});

Deno.test("auroc() of separated, equal and reversed scores", () => {
  assert.equal(auroc([2, 3], [0, 1]), 1);
  assert.equal(auroc([1, 1], [1, 1]), 0.5);
  assert.equal(auroc([0], [1]), 0);
});
