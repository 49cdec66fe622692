import assert from "node:assert/strict";
import { IMAGE_PIXELS } from "../../../src/network/numbers.ts";
import type { NetworkDescription } from "../../../src/network/description.ts";
import {
  type StageOptions,
  StoppedError,
  trainStage,
} from "../../../train/pipeline/stage.ts";
import { presetConfig } from "../../../train/presets.ts";
import {
  judgeNetwork,
  recognizerNetwork,
} from "../../../train/recognizer/network.ts";

/** A stage that is stopped after its first step. */
function stoppedStage(
  folder: string,
  network: NetworkDescription,
): StageOptions {
  const images = {
    images: new Uint8Array(20 * IMAGE_PIXELS),
    labels: new Uint8Array(20),
    count: 20,
  };
  return {
    name: "judge",
    task: {
      kind: "recognizer",
      network,
      config: { ...presetConfig("smoke").judge, batchSize: 4 },
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
    signal: AbortSignal.abort(),
  };
}

Deno.test("trainStage() resumes only its own network's checkpoint", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const stage = stoppedStage(folder, judgeNetwork());
    await assert.rejects(trainStage(stage), StoppedError);
    await assert.rejects(trainStage(stage), StoppedError);
    await assert.rejects(
      trainStage(stoppedStage(folder, recognizerNetwork())),
      { name: "TypeError", message: /belongs to another run/ },
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
