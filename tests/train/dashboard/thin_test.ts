import assert from "node:assert/strict";
import fc from "fast-check";
import { Thinner } from "../../../train/dashboard/thin.ts";

Deno.test("Thinner keeps every step while there are few", () => {
  const thinner = new Thinner(4);
  thinner.add(1, 0.5, { loss: 3, penalty: 1 });
  thinner.add(2, null, { loss: 2 });
  assert.deepEqual(thinner.curves(), {
    width: 1,
    steps: [1, 2],
    seconds: [0.5, null],
    losses: {
      loss: { low: [3, 2], high: [3, 2], mean: [3, 2] },
      penalty: { low: [1, null], high: [1, null], mean: [1, null] },
    },
  });
});

Deno.test("Thinner omits non-finite values", () => {
  const thinner = new Thinner();
  thinner.add(1, 1, { loss: NaN });
  thinner.add(2, 2, { loss: 1 });
  assert.deepEqual(thinner.curves().losses.loss?.mean, [null, 1]);
});

Deno.test("Thinner merges a repeated step", () => {
  const thinner = new Thinner();
  thinner.add(1, 1, { loss: 1 });
  thinner.add(1, 3, {});
  assert.deepEqual(thinner.curves().steps, [1]);
  assert.deepEqual(thinner.curves().seconds, [3]);
});

Deno.test("Thinner keeps the extremes and the mean of any number of steps, in few buckets", () => {
  const values = fc.array(fc.integer({ min: -999, max: 999 }), {
    minLength: 1,
    maxLength: 300,
  });
  fc.assert(
    fc.property(values, fc.integer({ min: 2, max: 40 }), (all, most) => {
      const thinner = new Thinner(most);
      for (const [i, loss] of all.entries()) thinner.add(i + 1, i, { loss });
      const { width, steps, losses } = thinner.curves();
      assert.ok(steps.length <= most, `${steps.length} buckets`);
      assert.equal(steps.length, Math.ceil(all.length / width));
      assert.equal(steps.at(-1), all.length);
      for (const i of steps.keys()) {
        const own = all.slice(i * width, (i + 1) * width);
        const mean = own.reduce((a, b) => a + b) / own.length;
        assert.equal(losses.loss!.low[i], Math.min(...own));
        assert.equal(losses.loss!.high[i], Math.max(...own));
        assert.ok(Math.abs(losses.loss!.mean[i]! - mean) < 0.01);
      }
    }),
  );
});

Deno.test("Thinner refuses fewer than two buckets", () => {
  assert.throws(() => new Thinner(1), {
    name: "RangeError",
    message: "1 buckets at most, expected 2 or more",
  });
});
