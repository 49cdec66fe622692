import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import { recognizerWeights } from "../../../src/network/streams.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { drawnDigit } from "../../../train/data/drawn/drawn_digit.ts";
import { makeDataset } from "../../../train/data/join.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import { trainTeachers } from "../../../train/pipeline/train_teachers.ts";
import { presetConfig } from "../../../train/presets.ts";
import { recognizerNetwork } from "../../../train/recognizer/network.ts";
import { Teachers } from "../../../train/recognizer/teachers.ts";

const digits = makeDataset(
  40,
  (i) => i % 10,
  (i) => drawnDigit(i % 10, new Random(i)),
);

Deno.test("trainTeachers() trains each by a seed and images of its own; the learner starts from the first", async () => {
  await initBackend("wasm");
  const network = recognizerNetwork();
  const trained: { name: string; seed: number; images: Uint8Array }[] = [];
  const { start, models, seconds } = await trainTeachers({
    task: {
      kind: "recognizer",
      network,
      config: {
        ...presetConfig("full").teacher,
        drawnShare: 0.25,
        fontShare: 0,
        sentShare: 0,
        negativeShare: 0,
      },
      training: digits,
      validation: digits,
    },
    count: 2,
    seed: 7,
    data: {
      source: "test",
      training: digits,
      validation: digits,
      test: digits,
    },
    train: (name, { training }, seed) => {
      trained.push({ name, seed, images: training.images });
      return Promise.resolve({
        parameters: initialParameters(
          parameterSpecs(network),
          (place) => recognizerWeights(seed, place),
        ),
        seconds: seed,
        measures: {},
      });
    },
  });
  assert.deepEqual(
    trained.map(({ name, seed }) => [name, seed]),
    [["teacher-1", 8], ["teacher-2", 9]],
  );
  const [first, second] = trained.map(({ images }) => images);
  assert.equal(first!.length, 50 * 784);
  assert.deepEqual(first!.subarray(0, 40 * 784), digits.images);
  assert.notDeepEqual(second, first);
  assert.equal(seconds, 17);
  assert.deepEqual(
    start,
    initialParameters(
      parameterSpecs(network),
      (place) => recognizerWeights(8, place),
    ),
  );
  assert.equal(models.files.length, 2);
  const pixels = new Float32Array(784).fill(0.5);
  assert.equal(new Teachers(models).answer(pixels).length, 12);
});
