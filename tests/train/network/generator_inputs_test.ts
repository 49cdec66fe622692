import assert from "node:assert/strict";
import {
  LABEL_STRENGTH,
  writeGeneratorInput,
} from "../../../src/network/latent.ts";
import { Random } from "../../../src/network/random.ts";
import { initBackend } from "../../../train/backend/mod.ts";
import { generatorInputs } from "../../../train/network/generator_inputs.ts";

await initBackend("wasm");

Deno.test("generatorInputs() draws each latent from its own stream", async () => {
  const inputs = generatorInputs(
    Uint8Array.of(7, 0),
    4,
    (i) => new Random(9, i),
  );
  assert.deepEqual(inputs.shape, [2, 14]);
  const values = await inputs.data<"float32">();
  const second = new Float32Array(14);
  writeGeneratorInput(second, 0, new Random(9, 1));
  assert.deepEqual(values.slice(14), second);
  assert.equal(values[4 + 7], LABEL_STRENGTH);
});
