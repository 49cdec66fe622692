import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createEngine } from "../src/engine/engine.ts";
import { openModel, passesSelfTest } from "../src/model_file.ts";
import { ENGINE_MODULES } from "./engine/modules.ts";
import { generatorFile, recognizerFile } from "./task_models.ts";

Deno.test("openModel() returns name, hash, size and training", async () => {
  const bytes = recognizerFile({ training: '{"date":"2026-11-22"}' });
  const { info, model } = await openModel("recognizer", bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  assert.equal(info.sha256, sha256);
  assert.equal(info.name, `recognizer-${sha256.slice(0, 8)}`);
  assert.equal(info.bytes, bytes.length);
  assert.equal(info.description, model.description);
  assert.deepEqual(info.training, { date: "2026-11-22" });
});

Deno.test("openModel() returns an empty training record if the file has none", async () => {
  const { info } = await openModel("generator", generatorFile());
  assert.deepEqual(info.training, {});
  assert.match(info.name, /^generator-[0-9a-f]{8}$/);
});

Deno.test("openModel() refuses training that is not a JSON object", async () => {
  await assert.rejects(
    openModel("recognizer", recognizerFile({ training: "[1]" })),
    {
      name: "TypeError",
      message: "/training is a list of 1, expected an object",
    },
  );
  await assert.rejects(
    openModel("recognizer", recognizerFile({ training: "{" })),
    SyntaxError,
  );
});

Deno.test("passesSelfTest() compares every value", async () => {
  for (const file of [recognizerFile(), generatorFile()]) {
    const { model } = await openModel("recognizer", file);
    const { input, output } = model.selfTest!;
    for (const [, module] of ENGINE_MODULES) {
      const engine = createEngine(module, model);
      assert.equal(passesSelfTest(model, engine), true);
      const wrong = output.slice();
      wrong[wrong.length - 1]! += 1;
      const selfTest = { input, output: wrong };
      assert.equal(passesSelfTest({ ...model, selfTest }, engine), false);
      const { selfTest: _, ...without } = model;
      assert.equal(passesSelfTest(without, engine), false);
    }
  }
});
