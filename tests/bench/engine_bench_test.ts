import assert from "node:assert/strict";
import { CONTENDERS } from "../../bench/engine/contenders.ts";
import { multiplyAdds } from "../../bench/engine/main.ts";
import { codeSize, networkOf } from "../../bench/engine/measure.ts";
import { randomInputs } from "../engine/random_model.ts";
import { REFERENCE_NETWORK } from "../engine/reference_network.ts";

Deno.test("multiplyAdds() counts those of the reference network", () => {
  const convolutions = 784 * 9 * 16 + 784 * 144 * 16 + 196 * 144 * 32 +
    196 * 288 * 32 + 49 * 288 * 64 + 49 * 576 * 64;
  assert.equal(multiplyAdds(REFERENCE_NETWORK), convolutions + 640);
});

for (const name of ["ours, plain SIMD", "onnxruntime-node, int8"]) {
  Deno.test(`CONTENDERS: ${name} computes what Inkling computes`, async () => {
    const model = networkOf("reference");
    const images = randomInputs(model, 2);
    const load = async (name: string) =>
      await (await CONTENDERS[name]!()).load(model);
    const ours = await load("ours, relaxed SIMD");
    const theirs = await load(name);
    const expected = [...await ours(images, 2)];
    const found = [...await theirs(images, 2)];
    found.forEach((logit, i) => {
      assert.ok(Math.abs(logit - expected[i]!) < 0.02, `${logit} at ${i}`);
    });
  });
}

Deno.test("CONTENDERS report the size of code and model", async () => {
  const model = networkOf("recognizer");
  const sizes = new Map<string, [number, number]>();
  for (const [name, contender] of Object.entries(CONTENDERS)) {
    const engine = await contender();
    sizes.set(name, [await codeSize(engine), engine.modelBytes(model)]);
  }
  const [code, bytes] = sizes.get("ours, relaxed SIMD")!;
  const file = new URL("../../models/recognizer.safetensors", import.meta.url);
  assert.equal(bytes, (await Deno.stat(file)).size);
  const module = new URL("../../static/engine/relaxed.wasm", import.meta.url);
  assert.ok(code > (await Deno.stat(module)).size);
  for (const [name, [theirCode, theirBytes]] of sizes) {
    // Every other engine's library has at least some hundred kilobytes.
    if (!name.startsWith("ours")) assert.ok(theirCode > 5 * code, name);
    // Both forms of onnxruntime's model store one byte per weight.
    const isFloat = name.startsWith("TensorFlow");
    assert.equal(theirBytes > 2 * bytes, isFloat, `${name}: ${theirBytes}`);
    assert.ok(theirBytes > bytes / 2, `${name}: ${theirBytes}`);
  }
});
