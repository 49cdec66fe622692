import assert from "node:assert/strict";
import { progressText } from "../../../train/report/progress_text.ts";

const state = {
  label: "gan",
  step: 333,
  total: 1000,
  stepsPerSecond: 10,
  imagesPerStep: 128,
  values: {},
};

Deno.test("progressText() shows what is known", () => {
  assert.equal(
    progressText(state),
    "gan  33 %  1,280 images/s  1 min 07 s left",
  );
  assert.equal(
    progressText(state, "[=  ]"),
    "gan  [=  ]  33 %  1,280 images/s  1 min 07 s left",
  );
  assert.equal(progressText({ ...state, stepsPerSecond: 0 }), "gan  33 %");
  assert.equal(
    progressText({ ...state, step: 1000 }),
    "gan  100 %  1,280 images/s  0 s left",
  );
});

Deno.test("progressText() shows numbers to three digits", () => {
  const values = {
    epoch: "2/9",
    a: 0.012345,
    b: 12.345,
    c: 12345.6,
    d: -0.5,
    e: NaN,
  };
  assert.equal(
    progressText({ ...state, stepsPerSecond: 0, values }),
    "gan  33 %  epoch 2/9  a 0.0123  b 12.3  c 12346  d -0.500  e NaN",
  );
});
