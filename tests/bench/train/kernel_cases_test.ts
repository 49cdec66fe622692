import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { initBackend } from "../../../train/backend/mod.ts";
import { kernelCases } from "../../../bench/train/kernel_cases.ts";

Deno.test("kernelCases() run, and have unique names", async () => {
  await initBackend("wasm");
  const cases = kernelCases(1);
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  for (const { name, operations, prepare } of cases) {
    assert.ok(operations > 0, name);
    tf.tidy(() => {
      const result = prepare()();
      assert.ok(tf.isFinite(result).all().dataSync()[0], name);
    });
  }
});
