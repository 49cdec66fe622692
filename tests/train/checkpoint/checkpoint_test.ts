import assert from "node:assert/strict";
import {
  latestCheckpoint,
  removeCheckpoints,
  saveCheckpoint,
} from "../../../train/checkpoint/checkpoint.ts";

/** The identity of a run. */
const RUN = '{"name":"run"}';

function checkpoint(step: number): Parameters<typeof saveCheckpoint>[2] {
  return {
    position: {
      step,
      state: new Map([["a/value", Float32Array.of(step, 0.5)]]),
    },
    seconds: 12.5,
    logPosition: 345,
  };
}

async function inFolder(
  test: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "inkling-checkpoint-" });
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function names(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

Deno.test("latestCheckpoint() reads the last saveCheckpoint() output", () =>
  inFolder(async (folder) => {
    await saveCheckpoint(folder, RUN, checkpoint(9));
    await saveCheckpoint(folder, RUN, checkpoint(10));
    assert.deepEqual(await latestCheckpoint(folder, RUN), checkpoint(10));
  }));

Deno.test("saveCheckpoint() keeps the last two", () =>
  inFolder(async (folder) => {
    for (const step of [1, 2, 3]) {
      await saveCheckpoint(folder, RUN, checkpoint(step));
    }
    assert.deepEqual(names(folder), [
      "checkpoint-00000002.safetensors",
      "checkpoint-00000003.safetensors",
    ]);
  }));

Deno.test("saveCheckpoint() removes what a killed run left unfinished", () =>
  inFolder(async (folder) => {
    const left = `${folder}/checkpoint-00000008.safetensors.tmp`;
    await Deno.writeTextFile(left, "half");
    await saveCheckpoint(folder, RUN, checkpoint(9));
    assert.deepEqual(names(folder), ["checkpoint-00000009.safetensors"]);
  }));

Deno.test("latestCheckpoint() finds nothing in an empty or missing folder", () =>
  inFolder(async (folder) => {
    assert.equal(await latestCheckpoint(folder, RUN), undefined);
    assert.equal(await latestCheckpoint(`${folder}/none`, RUN), undefined);
  }));

Deno.test("latestCheckpoint() refuses another run's checkpoint and names both", () =>
  inFolder(async (folder) => {
    await saveCheckpoint(folder, '{"seed":1}', checkpoint(1));
    await assert.rejects(latestCheckpoint(folder, '{"seed":2}'), {
      name: "UsageError",
      message:
        /belongs to another run: seed is 1, now 2\. Resume with its settings/,
    });
  }));

Deno.test("latestCheckpoint() refuses a damaged file and keeps the earlier one", () =>
  inFolder(async (folder) => {
    await saveCheckpoint(folder, RUN, checkpoint(1));
    const path = await saveCheckpoint(folder, RUN, checkpoint(2));
    const bytes = await Deno.readFile(path);
    await Deno.writeFile(path, bytes.subarray(0, bytes.length - 3));
    await assert.rejects(latestCheckpoint(folder, RUN), {
      name: "SyntaxError",
      message: /00000002\.safetensors is damaged .*Remove it to resume/,
    });
    await Deno.remove(path);
    assert.deepEqual(await latestCheckpoint(folder, RUN), checkpoint(1));
  }));

Deno.test("removeCheckpoints() removes only checkpoints", () =>
  inFolder(async (folder) => {
    await saveCheckpoint(folder, RUN, checkpoint(1));
    await Deno.writeTextFile(`${folder}/log.jsonl`, "");
    await removeCheckpoints(folder);
    assert.deepEqual(names(folder), ["log.jsonl"]);
  }));
