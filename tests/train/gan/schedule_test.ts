import assert from "node:assert/strict";
import { adamAt, generatorLabelWeight } from "../../../train/gan/schedule.ts";
import { standardConfig } from "../../../train/config.ts";

Deno.test("adamAt() keeps the learning rate constant, then lowers it linearly", () => {
  const config = {
    ...standardConfig.gan,
    learningRate: 1,
    decayFrom: 0.5,
    finalLearningRate: 0.1,
  };
  const rate = (step: number): number =>
    Number(adamAt(config, step, 100).learningRate.toFixed(6));
  assert.deepEqual([0, 50, 75, 100].map(rate), [1, 1, 0.55, 0.1]);
  assert.equal(adamAt(config, 7, 100).step, 8);
});

Deno.test("generatorLabelWeight() is constant, then falls to 0 with the learning rate", () => {
  const config = { ...standardConfig.gan, labelWeight: 2, decayFrom: 0.5 };
  const weights = [0, 50, 75, 100].map((step) =>
    generatorLabelWeight(config, step, 100)
  );
  assert.deepEqual(weights, [2, 2, 1, 0]);
});
