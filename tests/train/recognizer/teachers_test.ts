import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import type { RecognizerConfig } from "../../../train/config.ts";
import { drawnDigit } from "../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../train/data/join.ts";
import { readModelFile } from "../../../train/models/folder.ts";
import { engineModule } from "../../../train/network/int8_engine.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import {
  allocateExchange,
  Exchange,
} from "../../../train/parallel/exchange.ts";
import { presetConfig } from "../../../train/presets.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";
import type { RecognizerData } from "../../../train/recognizer/recognizer_data.ts";
import { mixTargets } from "../../../train/recognizer/targets.ts";
import { Teachers } from "../../../train/recognizer/teachers.ts";
import { RecognizerTrainer } from "../../../train/recognizer/trainer.ts";

const MODELS = new URL("../../../models", import.meta.url).pathname;

const digits = makeDataset(
  100,
  (i) => i % 10,
  (i) => drawnDigit(i % 10, new Random(i)),
);
const pixels = Float32Array.from(digits.images, (ink) => ink / 255);

Deno.test("Teachers.answer() is the mean of what each of them answers", async () => {
  const module = await engineModule();
  const file = (await readModelFile(MODELS, "judge"))!;
  // Another network with as many outputs.
  const turned = new Teachers({ module, files: [file] });
  const upsideDown = pixels.slice().reverse();
  const one = turned.answer(pixels);
  assert.equal(one.length, 100 * 10);
  let right = 0;
  for (let i = 0; i < 100; i++) {
    const row = one.subarray(i * 10, (i + 1) * 10);
    assert.ok(Math.abs(row.reduce((a, b) => a + b) - 1) < 1e-5);
    if (row.indexOf(Math.max(...row)) === i % 10) right++;
  }
  assert.ok(right > 70, `${right} of 100`);
  assert.notDeepEqual(turned.answer(upsideDown), one);
  const two = new Teachers({ module, files: [file, file] }).answer(pixels);
  one.forEach((value, i) => assert.ok(Math.abs(value - two[i]!) < 1e-6));
});

Deno.test("mixTargets() takes its share of the answers", () => {
  const targets = Float32Array.of(1, 0, 0, 0, 1, 0);
  mixTargets(targets, Float32Array.of(0, 0, 1, 0, 0.5, 0.5), 0.25);
  assert.deepEqual([...targets], [0.75, 0, 0.25, 0, 0.875, 0.125]);
});

function newTrainer(
  changes: Partial<RecognizerConfig>,
  data: Partial<RecognizerData>,
): RecognizerTrainer {
  return new RecognizerTrainer(
    {
      ...presetConfig("smoke").judge,
      batchSize: 20,
      epochs: 12,
      averageDecay: 0.9,
      augmentedShare: 0,
      ...changes,
    },
    1,
    {
      network: recognizerNetwork(10),
      training: digits,
      validation: digits,
      ...data,
    },
  );
}

Deno.test("RecognizerTrainer.step() learns from its teachers, whatever the labels are", async () => {
  await initBackend("wasm");
  const training = { ...digits, labels: new Uint8Array(100).fill(3) };
  // Knows the digits by their images.
  const known = new Map<string, number>();
  digits.labels.forEach((label, i) =>
    known.set(
      digits.images.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS).join(),
      label,
    )
  );
  const answer = (seen: Float32Array): Float32Array => {
    const answers = new Float32Array(seen.length / IMAGE_PIXELS * 10);
    for (let i = 0; i * IMAGE_PIXELS < seen.length; i++) {
      const image = seen.subarray(i * IMAGE_PIXELS, (i + 1) * IMAGE_PIXELS);
      const key = Uint8Array.from(image, (ink) => Math.round(255 * ink)).join();
      answers[i * 10 + known.get(key)!] = 1;
    }
    return answers;
  };
  const trainer = newTrainer(
    { teacherShare: 0.9 },
    { training, teachers: { answer } },
  );
  const exchange = new Exchange(
    allocateExchange(1, trainer.parts, trainer.exchangeSize),
    0,
  );
  for (let step = 0; step < trainer.totalSteps; step++) {
    await trainer.step(step, exchange);
  }
  const { validation_accuracy } = await trainer.evaluate(exchange);
  assert.ok(validation_accuracy! > 0.8, `${validation_accuracy}`);
});

Deno.test("RecognizerTrainer() starts from the parameters that it is given", async () => {
  await initBackend("wasm");
  const random = new Random(5);
  const start = initialParameters(
    parameterSpecs(recognizerNetwork(10)),
    () => random,
  );
  const trainer = newTrainer({}, { start });
  const result = await trainer.result();
  assert.deepEqual([...result.keys()].sort(), [...start.keys()].sort());
  for (const [name, values] of result) {
    assert.deepEqual(values, start.get(name), name);
  }
});
