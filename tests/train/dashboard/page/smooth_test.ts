import assert from "node:assert/strict";
import fc from "fast-check";
import { shownRange, smooth } from "../../../../train/dashboard/page/smooth.ts";

Deno.test("smooth() does not change straight lines or the first point", () => {
  const line = Array.from({ length: 200 }, (_, i) => 3 - i / 100);
  const smoothed = smooth(line);
  assert.equal(smoothed[0], 3);
  for (const i of Array.from({ length: 190 }, (_, i) => i)) {
    assert.ok(Math.abs(smoothed[i]! - line[i]!) < 1e-9, `point ${i}`);
  }
});

Deno.test("smooth() stays between the extremes and reduces noise", () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: 1,
  });
  fc.assert(fc.property(values, fc.nat(9), (noisy, reach) => {
    const smoothed = smooth(noisy, reach);
    assert.equal(smoothed.length, noisy.length);
    for (const value of smoothed) {
      assert.ok(value! <= Math.max(...noisy) + 1e-9);
      assert.ok(value! >= Math.min(...noisy) - 1e-9);
    }
  }));
  const zigzag = Array.from({ length: 100 }, (_, i) => i % 2);
  for (const value of smooth(zigzag, 5).slice(5, 95)) {
    assert.ok(Math.abs(value! - 0.5) < 0.05, String(value));
  }
});

Deno.test("smooth() keeps missing points missing", () => {
  assert.deepEqual(smooth([], 3), []);
  assert.deepEqual(smooth([null, 3, null, 1], 1), [null, 3, null, 5 / 3]);
});

Deno.test("shownRange() omits a few outliers, but none of a small set", () => {
  const few = shownRange([1, 2, null, 5]);
  assert.ok(few[0] < 1 && few[0] > 0.5 && few[1] > 5 && few[1] < 5.5);
  const many = Array.from({ length: 1000 }, (_, i) => i < 5 ? 1000 : 1 + i % 2);
  const [low, high] = shownRange(many);
  assert.ok(low > 0.9 && low < 1 && high > 2 && high < 2.1);
  assert.deepEqual(shownRange([null]), [0, 1]);
  const [under, over] = shownRange([3, 3]);
  assert.ok(under < 3 && over > 3);
});
