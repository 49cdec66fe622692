import assert from "node:assert/strict";
import { summarize } from "../../../../train/study/results.ts";
import { plotsOf } from "../../../../train/study/page/plots.ts";

Deno.test("plotsOf() turns accuracies into wrong answers in percent", () => {
  const rows = [
    { labels: 100, seed: 1, arm: "real", accuracy: { test: 0.75 } },
    { labels: 100, seed: 2, arm: "real", accuracy: { test: 0.25 } },
    { labels: 1000, seed: 1, arm: "both", accuracy: { test: 1 } },
  ] as const;
  assert.deepEqual(plotsOf(summarize(rows)), [{
    title: "test",
    labels: [100, 1000],
    lines: [
      { arm: "real", mean: [50, null], low: [25, null], high: [75, null] },
      // A logarithmic axis has no 0.
      {
        arm: "both",
        mean: [null, 0.01],
        low: [null, 0.01],
        high: [null, 0.01],
      },
    ],
  }]);
});
