import assert from "node:assert/strict";
import { StageHistory } from "../../../train/dashboard/stage_history.ts";

Deno.test("StageHistory distinguishes losses from measures, and a skipped penalty from a small one", () => {
  const history = new StageHistory();
  history.add({ step: 1, seconds: 1, generator: 2, penalty: 0.5 });
  history.add({ step: 2, seconds: 2, generator: 0, penalty: 0 });
  history.add({ step: 2, seconds: 3, validation_accuracy: 0.9 });
  const { curves, ...rest } = history.data("gan", null, []);
  assert.deepEqual(rest, {
    name: "gan",
    plan: null,
    step: 2,
    measures: [{ step: 2, values: { validation_accuracy: 0.9 } }],
    pictures: [],
  });
  assert.deepEqual(curves.losses.generator?.mean, [2, 0]);
  assert.deepEqual(curves.losses.penalty?.mean, [0.5, null]);
  assert.deepEqual(curves.seconds, [1, 3]);
  assert.deepEqual(Object.keys(curves.losses), ["generator", "penalty"]);
});

Deno.test("StageHistory treats a line without losses as an evaluation, but not one with a non-finite loss", () => {
  const history = new StageHistory();
  history.add({ step: 1, seconds: 1, loss: null });
  history.add({ step: 2, seconds: 2, loss: 1 });
  history.add({ step: 2, seconds: 2.5 });
  assert.deepEqual([...history.evaluated], [2]);
  assert.deepEqual(history.measures, []);
});

Deno.test("StageHistory takes a GAN's checkup for an evaluation, with its note", () => {
  const history = new StageHistory();
  history.add({ step: 430, seconds: 1, generator: 2, discriminator: 0.6 });
  const checkup = { frechet_distance: 4.5, coverage: 0.9, rollbacks: 0 };
  history.add({ step: 430, seconds: 2, ...checkup, note: "went back" });
  history.add({ step: 431, seconds: 3, discriminator: 0.5 });
  assert.deepEqual(history.measures, [
    { step: 430, values: checkup, note: "went back" },
  ]);
  const { losses } = history.data("gan", null, []).curves;
  assert.deepEqual(Object.keys(losses), ["generator", "discriminator"]);
  assert.deepEqual(losses.generator?.mean, [2, null]);
});

Deno.test("StageHistory reads logs of earlier versions, which have times only at evaluations", () => {
  const history = new StageHistory();
  history.add({ step: 1, loss: 2 });
  history.add({ step: 2, loss: 1 });
  history.add({ step: 2, seconds: 7 });
  const { curves } = history.data("judge", null, []);
  assert.deepEqual(curves.seconds, [null, 7]);
});

Deno.test("StageHistory refuses lines out of order or without a step", () => {
  const history = new StageHistory();
  history.add({ step: 5, loss: 1 });
  assert.throws(() => history.add({ step: 4, loss: 1 }), {
    name: "RangeError",
    message: "step 4 comes after step 5",
  });
  for (const step of [undefined, "1", 1.5, 0]) {
    assert.throws(() => history.add({ step }), {
      name: "TypeError",
      message: /expected an integer of at least 1/,
    });
  }
});
