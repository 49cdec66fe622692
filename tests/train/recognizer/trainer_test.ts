import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { presetConfig } from "../../../train/presets.ts";
import type { Dataset } from "../../../train/data/dataset.ts";
import { soloExchange } from "../../../train/parallel/solo_exchange.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";
import type { RecognizerData } from "../../../train/recognizer/recognizer_data.ts";
import { RecognizerTrainer } from "../../../train/recognizer/trainer.ts";

/** Images that a linear layer could tell apart: a bright band at the label's row. */
function bands(count: number): Dataset {
  const random = new Random(2);
  const images = new Uint8Array(count * IMAGE_PIXELS);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  labels.forEach((label, i) => {
    const start = i * IMAGE_PIXELS + (2 + 2 * label) * 28;
    for (let k = 0; k < 56; k++) images[start + k] = 128 + random.below(128);
  });
  return { images, labels, count };
}

function bandData(): RecognizerData {
  return {
    network: recognizerNetwork(),
    training: bands(100),
    validation: bands(40),
  };
}

function newTrainer(seed = 1): RecognizerTrainer {
  const config = {
    ...presetConfig("smoke").judge,
    batchSize: 20,
    augmentedShare: 0,
    epochs: 2,
    averageDecay: 0.9,
  };
  return new RecognizerTrainer(config, seed, bandData());
}

Deno.test("RecognizerTrainer.step() lowers the loss, repeats by seed and keeps no tensor", async () => {
  await initBackend("wasm");
  const trainer = newTrainer();
  const exchange = soloExchange(trainer);
  const losses: number[] = [];
  let kept = 0;
  for (let step = 0; step < trainer.totalSteps; step++) {
    losses.push((await trainer.step(step, exchange))[0]!);
    if (step === 0) kept = tf.memory().numTensors;
  }
  assert.equal(tf.memory().numTensors, kept);
  assert.ok(losses.at(-1)! < losses[0]! / 2, `${losses}`);
  const { validation_accuracy } = await trainer.evaluate(exchange);
  assert.equal(validation_accuracy, 1);

  const again = newTrainer();
  for (let step = 0; step < again.totalSteps; step++) {
    assert.deepEqual(await again.step(step, exchange), [losses[step]]);
  }
  assert.deepEqual(await again.state(), await trainer.state());
});

Deno.test("RecognizerTrainer.restore() continues exactly from state()", async () => {
  await initBackend("wasm");
  const trainer = newTrainer();
  const exchange = soloExchange(trainer);
  await trainer.step(0, exchange);
  const middle = await trainer.state();
  await trainer.step(1, exchange);
  const resumed = newTrainer(1);
  resumed.restore(middle);
  await resumed.step(1, exchange);
  assert.deepEqual(await resumed.state(), await trainer.state());
});

Deno.test("RecognizerTrainer() refuses a generated share without a generator", () => {
  const config = { ...presetConfig("smoke").recognizer, batchSize: 20 };
  assert.throws(() => new RecognizerTrainer(config, 1, bandData()), {
    name: "TypeError",
    message: "a generated share of 0.05 needs a trained generator",
  });
});
