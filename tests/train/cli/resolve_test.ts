import assert from "node:assert/strict";
import { resolveConfig, withWholeBatches } from "../../../train/cli/resolve.ts";
import { GAN_KINDS, ganChanges } from "../../../train/config.ts";
import { presetConfig } from "../../../train/presets.ts";

Deno.test("resolveConfig() without changes is the preset", () => {
  for (const preset of ["smoke", "standard", "full"] as const) {
    assert.deepEqual(
      resolveConfig({ target: "all", preset }),
      presetConfig(preset),
    );
  }
});

Deno.test("resolveConfig() changes only the target's models", () => {
  const changes = {
    ...{ epochs: 77, batchSize: 33, microbatchSize: 11 },
    learningRate: 0.05,
  };
  const preset = presetConfig("standard");
  const gan = { ...preset.gan, ...changes };
  const recognizer = { ...preset.recognizer, ...changes };
  const cases = [
    ["gan", { ...preset, gan }],
    ["recognizer", { ...preset, recognizer }],
    ["all", { ...preset, gan, recognizer }],
  ] as const;
  for (const [target, expected] of cases) {
    const found = resolveConfig({ target, preset: "standard", ...changes });
    assert.deepEqual(found, expected, target);
  }
});

Deno.test("resolveConfig() accepts seed 0 and the latent's size", () => {
  const preset = presetConfig("smoke");
  assert.deepEqual(
    resolveConfig({ target: "all", preset: "smoke", seed: 0, latentDim: 16 }),
    { ...preset, seed: 0, gan: { ...preset.gan, latentSize: 16 } },
  );
});

Deno.test("resolveConfig() gives each kind of GAN its own hyperparameters", () => {
  const gan = (options: Parameters<typeof resolveConfig>[0]) =>
    resolveConfig(options).gan;
  const full = { target: "gan", preset: "full" } as const;
  const { epochs, averageDecay } = presetConfig("full").gan;
  for (const kind of GAN_KINDS) {
    const found = gan({ ...full, gan: kind });
    assert.deepEqual(
      found,
      { ...presetConfig("full").gan, ...ganChanges[kind] },
    );
    assert.equal(found.kind, kind);
    // What the preset is about stays.
    assert.deepEqual(
      [found.epochs, found.averageDecay],
      [epochs, averageDecay],
    );
  }
  assert.equal(gan({ ...full, gan: "dcgan" }).discriminator, "normalized");
  const rate = { ...full, gan: "wgan-gp", learningRate: 0.25 } as const;
  assert.equal(gan(rate).learningRate, 0.25);
});

Deno.test("withWholeBatches() leaves everything but the microbatches", () => {
  const { gan, recognizer, judge, ...rest } = withWholeBatches(
    resolveConfig({ target: "gan", preset: "standard", batchSize: 96 }),
  );
  const preset = presetConfig("standard");
  assert.deepEqual(gan, { ...preset.gan, batchSize: 96, microbatchSize: 96 });
  assert.equal(recognizer.microbatchSize, recognizer.batchSize);
  assert.equal(judge.microbatchSize, judge.batchSize);
  assert.deepEqual(rest, {
    seed: preset.seed,
    trainingImages: preset.trainingImages,
    leastSteps: preset.leastSteps,
  });
});
