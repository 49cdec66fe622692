import assert from "node:assert/strict";
import {
  loss,
  stageFacts,
  stageName,
  statusText,
} from "../../../../train/dashboard/page/words.ts";
import type { StageData } from "../../../../train/dashboard/run_data.ts";

const STAGE: StageData = {
  name: "judge",
  step: 1000,
  plan: { totalSteps: 2000, imagesPerStep: 128 },
  curves: { width: 1, steps: [1, 1000], seconds: [0, 100], losses: {} },
  measures: [
    { step: 500, values: { validation_accuracy: 0.9 } },
    { step: 1000, values: { validation_accuracy: 0.9946 } },
  ],
  pictures: [],
};

Deno.test("stageFacts() describes a running stage", () => {
  assert.deepEqual(stageFacts(STAGE, "running"), [
    ["Step", "1,000 of 2,000"],
    ["Time in training", "1 min 40 s"],
    ["Time left", "1 min 40 s"],
    ["Images/s", "1,279"],
    ["Validation accuracy", "99.46 %"],
  ]);
});

Deno.test("stageFacts() shows no time left for a stopped stage, and works without a plan", () => {
  const names = (stage: StageData, status: "running" | "stopped") =>
    stageFacts(stage, status).map(([name]) => name);
  const still = [
    "Step",
    "Time in training",
    "Last images/s",
    "Validation accuracy",
  ];
  assert.deepEqual(names(STAGE, "stopped"), still);
  assert.deepEqual(names({ ...STAGE, step: 2000 }, "running"), still);
  assert.deepEqual(
    stageFacts({ ...STAGE, plan: null, measures: [] }, "running"),
    [
      ["Step", "1,000"],
      ["Time in training", "1 min 40 s"],
    ],
  );
});

Deno.test("statusText() distinguishes a run that ended from one that does not respond", () => {
  assert.equal(statusText("running", true), "Training");
  assert.match(statusText("running", false), /not responding/);
  assert.equal(statusText("stopped", false), "Stopped");
});

Deno.test("stageName() and loss() pass unknown values through", () => {
  assert.deepEqual(["gan", "other"].map(stageName), ["Generator", "other"]);
  assert.deepEqual([0.012345, 12.345, 1234.5].map(loss), [
    "0.0123",
    "12.3",
    "1,235",
  ]);
});
