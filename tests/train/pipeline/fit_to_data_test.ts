import assert from "node:assert/strict";
import { fitToData } from "../../../train/pipeline/fit_to_data.ts";
import { PRESET_NAMES, presetConfig } from "../../../train/presets.ts";

Deno.test("fitToData() changes nothing for MNIST, whatever the preset", () => {
  for (const name of PRESET_NAMES) {
    const config = presetConfig(name);
    const images = Math.min(config.trainingImages, 55_000);
    assert.deepEqual(fitToData(config, images, false), config, name);
  }
});

Deno.test("fitToData() limits batches to the number of images", () => {
  const { gan, recognizer, judge } = fitToData(
    presetConfig("standard"),
    16,
    false,
  );
  for (
    const { batchSize, microbatchSize } of [gan, recognizer, judge]
  ) {
    assert.deepEqual([batchSize, microbatchSize], [16, 16]);
  }
});

Deno.test("fitToData() raises epochs until there are enough steps", () => {
  const config = presetConfig("standard");
  for (const images of [16, 127, 405, 5000]) {
    const fitted = fitToData(config, images, false);
    for (const model of ["gan", "recognizer", "judge"] as const) {
      const { epochs, batchSize } = fitted[model];
      const least = config.leastSteps[model];
      const stepsPerEpoch = Math.floor(images / batchSize);
      assert.ok(epochs * stepsPerEpoch >= least, `${model} of ${images}`);
      assert.ok(
        epochs === config[model].epochs ||
          (epochs - 1) * stepsPerEpoch < least,
        `${model} of ${images} has no epoch too many`,
      );
    }
  }
});

Deno.test("fitToData() keeps epochs that the user chose", () => {
  const config = presetConfig("standard");
  const fitted = fitToData(config, 100, true);
  assert.equal(fitted.gan.epochs, config.gan.epochs);
  assert.equal(fitted.recognizer.epochs, config.recognizer.epochs);
  assert.ok(fitted.judge.epochs > config.judge.epochs);
});
