import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import type { RecognizerConfig } from "../../../train/config.ts";
import type { Dataset } from "../../../train/data/dataset.ts";
import { join } from "../../../train/data/join.ts";
import { StoppedError } from "../../../train/errors.ts";
import {
  type StageOptions,
  trainStage,
} from "../../../train/pipeline/stage.ts";
import { presetConfig } from "../../../train/presets.ts";
import {
  judgeNetwork,
  recognizerNetwork,
} from "../../../train/recognizer/network.ts";
import { readJsonlLog } from "../../../train/report/jsonl_log.ts";

const RUNNING = new AbortController().signal;

/** Twenty images of stripes; what they show does not matter. */
const images: Dataset = {
  images: Uint8Array.from({ length: 20 * IMAGE_PIXELS }, (_, i) => i % 251),
  labels: Uint8Array.from({ length: 20 }, (_, i) => i % 10),
  count: 20,
};

/** A stage of four steps, and what it says. */
function stage(
  folder: string,
  changes: Partial<RecognizerConfig> = {},
  options: Partial<StageOptions> = {},
): StageOptions & { readonly said: string[] } {
  const said: string[] = [];
  return {
    name: "judge",
    task: {
      kind: "recognizer",
      network: judgeNetwork(),
      config: {
        ...presetConfig("smoke").judge,
        batchSize: 10,
        epochs: 2,
        ...changes,
      },
      training: images,
      validation: images,
    },
    seed: 1,
    backend: "wasm",
    workers: 1,
    folder,
    resume: true,
    overwrite: false,
    checkpointSeconds: 600,
    signal: RUNNING,
    say: (line) => said.push(line),
    said,
    ...options,
  };
}

/** The steps in a stage's log, evaluations aside. */
function loggedSteps(folder: string): unknown[] {
  return readJsonlLog(`${folder}/log.jsonl`)
    .filter((record) => "loss" in record).map(({ step }) => step);
}

Deno.test("trainStage() that is stopped and resumed ends like an uninterrupted one", async (t) => {
  const top = await Deno.makeTempDir({ prefix: "inkling-stage-" });
  const folder = `${top}/stopped`;
  const continued = stage(folder);
  try {
    await t.step("it continues from its checkpoint", async () => {
      const whole = await trainStage(stage(`${top}/whole`));
      await assert.rejects(
        trainStage(stage(folder, {}, { signal: AbortSignal.abort() })),
        StoppedError,
      );
      assert.deepEqual(loggedSteps(folder), [1]);
      const { parameters } = await trainStage(continued);
      assert.deepEqual(continued.said, ["judge: continues from step 1 of 4"]);
      assert.deepEqual(loggedSteps(folder), [1, 2, 3, 4]);
      assert.deepEqual(parameters, whole.parameters);
    });
    await t.step("it trains for more epochs", async () => {
      const longer = stage(folder, { epochs: 3 });
      await trainStage(longer);
      assert.deepEqual(longer.said, ["judge: continues from step 4 of 6"]);
      assert.deepEqual(loggedSteps(folder), [1, 2, 3, 4, 5, 6]);
    });
    await t.step(
      "it refuses fewer epochs, and another run's settings",
      async () => {
        const task = { ...continued.task, network: recognizerNetwork() };
        const cases: [StageOptions, RegExp][] = [
          [stage(folder), /is at step 6, beyond the 4 steps of these --epochs/],
          [
            stage(folder, {}, { resume: false }),
            /has a run at step 6: continue it \(--resume\)/,
          ],
          [
            stage(folder, { epochs: 3 }, { seed: 2 }),
            /belongs to another run: seed is 1, now 2/,
          ],
          [
            stage(folder, { epochs: 3 }, {
              task: task as StageOptions["task"],
            }),
            /belongs to another run: network\.name is "judge", now "recognizer"/,
          ],
        ];
        for (const [options, message] of cases) {
          await assert.rejects(trainStage(options), {
            name: "UsageError",
            message,
          });
        }
      },
    );
  } finally {
    await Deno.remove(top, { recursive: true });
  }
});

Deno.test("trainStage() says that it starts over if there is no checkpoint, and ends when a loss is not finite", async () => {
  const folder = await Deno.makeTempDir({ prefix: "inkling-stage-" });
  try {
    const options = stage(folder, { learningRate: 1e30, warmup: 0 });
    await assert.rejects(trainStage(options), {
      name: "DivergedError",
      message: /^judge: the loss "loss" is (NaN|Infinity) at step \d; /,
    });
    assert.deepEqual(options.said, [
      `judge: starts over: no checkpoint in ${folder}`,
    ]);
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assert.ok(!names.some((name) => name.startsWith("checkpoint")), `${names}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("trainStage() makes images only for a stage that may run, and stops while it does", async () => {
  const folder = await Deno.makeTempDir({ prefix: "inkling-stage-" });
  const stopping = new AbortController();
  const { signal } = stopping;
  let calls = 0;
  const made = {
    count: 20,
    add: async (signal: AbortSignal) => {
      calls++;
      if (calls === 1) stopping.abort();
      signal.throwIfAborted();
      return await Promise.resolve(join([images, images]));
    },
  };
  try {
    const stopped = stage(folder, {}, { made, signal });
    await assert.rejects(trainStage(stopped), {
      name: "StoppedError",
      message: "stopped before the first step",
    });
    assert.deepEqual(stopped.said, ["judge: drawing 20 more training images"]);
    assert.deepEqual(loggedSteps(folder), []);

    await trainStage(stage(folder, {}, { made }));
    assert.deepEqual(loggedSteps(folder), [1, 2, 3, 4, 5, 6, 7, 8]);

    await assert.rejects(
      trainStage(stage(folder, {}, { made, resume: false })),
      /has a run at step 8/,
    );
    await assert.rejects(
      trainStage(stage(folder)),
      /belongs to another run: images is 40, now 20/,
    );
    assert.equal(calls, 2);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
