import assert from "node:assert/strict";
import {
  speedCurve,
  stageTimes,
} from "../../../../train/dashboard/page/speed.ts";
import type {
  Curves,
  StageData,
  Value,
} from "../../../../train/dashboard/run_data.ts";

function curves(steps: number[], seconds: Value[]): Curves {
  return { width: 1, steps, seconds, losses: {} };
}

/** A stage of 1,000 steps of 10 images. */
function stage(steps: number[], seconds: Value[]): StageData {
  return {
    name: "gan",
    step: steps.at(-1) ?? 0,
    plan: { totalSteps: 1000, imagesPerStep: 10 },
    curves: curves(steps, seconds),
    measures: [],
    pictures: [],
  };
}

Deno.test("speedCurve() measures from one known time to the next", () => {
  assert.deepEqual(
    speedCurve(curves([1, 2, 4, 8, 9, 10], [1, 1.5, null, 4.5, 4.5, 5]), 10),
    [null, 20, null, 20, null, 20],
  );
  assert.deepEqual(speedCurve(curves([], []), 10), []);
});

Deno.test("stageTimes() looks back half a minute, not to the slow start", () => {
  const times = stageTimes(stage([1, 100, 200, 400], [50, 60, 70, 100]));
  assert.equal(times.spent, 100);
  assert.equal(times.speed, 200 / 30 * 10);
  assert.equal(times.left, 600 / (200 / 30));
});

Deno.test("stageTimes() returns null for unknown times", () => {
  const unknown = { spent: null, left: null, speed: null };
  assert.deepEqual(stageTimes(stage([], [])), unknown);
  assert.deepEqual(stageTimes(stage([1, 2], [null, null])), unknown);
  assert.deepEqual(stageTimes(stage([1], [3])), { ...unknown, spent: 3 });
  assert.deepEqual(
    stageTimes({ ...stage([1, 2], [1, 2]), plan: null }),
    { ...unknown, spent: 2 },
  );
});
