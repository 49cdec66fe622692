/** How far a recognizer's parameters move at each point of its schedule. */

import assert from "node:assert/strict";
import { initBackend } from "../../../train/backend/mod.ts";
import { soloExchange } from "../../../train/parallel/solo_exchange.ts";
import { presetConfig } from "../../../train/presets.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";
import { warmupCosine } from "../../../train/recognizer/schedule.ts";
import { RecognizerTrainer } from "../../../train/recognizer/trainer.ts";
import { noise } from "../noise.ts";

const WARMUP = 0.5;
const LEARNING_RATE = 1e-3;

/** How far the logits' biases move at a step that a fresh trainer begins with. */
async function movedAt(progress: number): Promise<number> {
  const images = noise(40, 4);
  const trainer = new RecognizerTrainer(
    {
      ...presetConfig("smoke").judge,
      batchSize: 10,
      epochs: 5,
      warmup: WARMUP,
      learningRate: LEARNING_RATE,
      // Without momentum the first step is the rate, whatever the gradient.
      beta1: 0,
      beta2: 0,
      weightDecay: 0,
    },
    1,
    { network: recognizerNetwork(), training: images, validation: images },
  );
  const key = "recognizer.logits.bias/value";
  const before = (await trainer.state()).get(key)!;
  const step = Math.floor(progress * trainer.totalSteps);
  await trainer.step(
    step,
    soloExchange(trainer),
  );
  const after = (await trainer.state()).get(key)!;
  return Math.max(...after.map((value, i) => Math.abs(value - before[i]!)));
}

Deno.test("RecognizerTrainer.step() uses the schedule's learning rate", async () => {
  await initBackend("wasm");
  // 20 steps; the middle of each counts.
  for (const [progress, middle] of [[0, 0.025], [0.5, 0.525], [0.95, 0.975]]) {
    const moved = await movedAt(progress!);
    const expected = LEARNING_RATE * warmupCosine(middle!, WARMUP);
    assert.ok(
      Math.abs(moved / expected - 1) < 1e-3,
      `${moved} at ${progress}, expected ${expected}`,
    );
  }
});
