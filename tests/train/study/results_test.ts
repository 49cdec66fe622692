import assert from "node:assert/strict";
import { UsageError } from "../../../train/errors.ts";
import {
  type StudyResult,
  StudyResults,
  summarize,
} from "../../../train/study/results.ts";
import { studyTables } from "../../../train/study/table.ts";

const settings = { steps: 100, ganSteps: 50, generatedShare: 0.25 };

const rows: StudyResult[] = [
  { labels: 1000, seed: 1, arm: "real", accuracy: { test: 0.9, a: 0.5 } },
  { labels: 100, seed: 1, arm: "both", accuracy: { test: 0.8 } },
  { labels: 100, seed: 1, arm: "real", accuracy: { test: 0.6 } },
  { labels: 100, seed: 2, arm: "real", accuracy: { test: 0.7 } },
];

Deno.test("StudyResults keeps what was measured, and refuses other settings", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const first = await StudyResults.open(folder, settings);
    for (const row of rows) await first.add(row);
    const again = await StudyResults.open(folder, settings);
    assert.deepEqual(again.rows, rows);
    assert.ok(again.has({ labels: 100, seed: 2, arm: "real" }));
    assert.ok(!again.has({ labels: 100, seed: 2, arm: "both" }));
    await assert.rejects(
      StudyResults.open(folder, { ...settings, steps: 99 }),
      (error) => error instanceof UsageError && /--out/.test(error.message),
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("summarize() has means and spreads, in the order of reports", () => {
  const found = summarize(rows);
  assert.deepEqual(
    found.map(({ measure, labels, arm, seeds }) => [
      measure,
      labels,
      arm,
      seeds,
    ]),
    [
      ["test", 100, "real", 2],
      ["test", 100, "both", 1],
      ["test", 1000, "real", 1],
      ["a", 1000, "real", 1],
    ],
  );
  assert.ok(Math.abs(found[0]!.mean - 0.65) < 1e-9);
  assert.deepEqual(found[0]!.range, [0.6, 0.7]);
});

Deno.test("studyTables() has a table for each measure and a dash for missing values", () => {
  const lines = studyTables(summarize(rows));
  assert.equal(lines.filter((line) => line.startsWith("Accuracy")).length, 2);
  assert.ok(
    lines.includes("| 100 | 2, 1 | 65.00 (60.00 to 70.00) | – | – | 80.00 |"),
    lines.join("\n"),
  );
  assert.ok(lines.includes("| 1,000 | 1 | 90.00 | – | – | – |"));
});
