import assert from "node:assert/strict";
import { standardConfig } from "../../../train/config.ts";
import {
  ARMS,
  ganConfig,
  recognizerConfig,
} from "../../../train/study/arms.ts";

const settings = { steps: 100, ganSteps: 50, generatedShare: 0.25 };

Deno.test("recognizerConfig() changes nothing but augmentation and generated digits between arms", () => {
  const configs = ARMS.map((arm) => recognizerConfig(arm, 1000, settings));
  const { augmentedShare } = standardConfig.recognizer;
  assert.deepEqual(
    configs.map((c) => [c.augmentedShare, c.generatedShare]),
    [[0, 0], [augmentedShare, 0], [0, 0.25], [augmentedShare, 0.25]],
  );
  const rest = configs.map((config) => ({
    ...config,
    augmentedShare: 0,
    generatedShare: 0,
  }));
  for (const other of rest) assert.deepEqual(other, rest[0]);
  // 7 batches of 128 an epoch.
  assert.equal(rest[0]!.epochs, Math.ceil(100 / 7));
  assert.equal(rest[0]!.negativeShare, 0);
});

Deno.test("ganConfig() fits few images and makes no choices that need more labels", () => {
  const config = ganConfig(20, settings);
  assert.deepEqual(
    [config.batchSize, config.microbatchSize, config.epochs],
    [20, 20, 50],
  );
  assert.equal(config.evaluatedImages, 0);
  assert.equal(ganConfig(55_000, settings).batchSize, 128);
});
