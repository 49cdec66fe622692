import assert from "node:assert/strict";
import { initBackend } from "../../../train/backend/mod.ts";
import {
  measureMemory,
  smallGanTraining,
  smallRecognizerTraining,
} from "../../../bench/train/memory.ts";

const TRAININGS = [
  ["the GAN", smallGanTraining],
  ["the recognizer", smallRecognizerTraining],
] as const;

for (const [name, make] of TRAININGS) {
  Deno.test(`measureMemory() finds no growth from step to step in ${name}`, async () => {
    await initBackend("wasm");
    const [warm, ...later] = await measureMemory(make(), 12, 3);
    assert.equal(later.length, 3);
    for (const use of later) {
      assert.equal(use.tensors, warm!.tensors);
      assert.equal(use.backendBytes, warm!.backendBytes);
    }
  });
}
