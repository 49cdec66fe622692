import assert from "node:assert/strict";
import { CONTENDERS } from "../../bench/engine/contender.ts";
import { multiplyAdds } from "../../bench/engine/main.ts";
import { networkOf } from "../../bench/engine/measure.ts";
import { randomInputs } from "../engine/random_model.ts";
import { REFERENCE_NETWORK } from "../engine/reference_network.ts";

Deno.test("multiplyAdds() counts those of the reference network", () => {
  const convolutions = 784 * 9 * 16 + 784 * 144 * 16 + 196 * 144 * 32 +
    196 * 288 * 32 + 49 * 288 * 64 + 49 * 576 * 64;
  assert.equal(multiplyAdds(REFERENCE_NETWORK), convolutions + 640);
});

for (const name of ["ours, plain SIMD", "onnxruntime-node, int8"]) {
  Deno.test(`CONTENDERS have ${name} compute what ours computes`, async () => {
    const model = networkOf("reference");
    const images = randomInputs(model, 2);
    const ours = await (await CONTENDERS["ours, relaxed SIMD"]!())(model);
    const theirs = await (await CONTENDERS[name]!())(model);
    const expected = [...await ours(images, 2)];
    const found = [...await theirs(images, 2)];
    found.forEach((logit, i) => {
      assert.ok(Math.abs(logit - expected[i]!) < 0.02, `${logit} at ${i}`);
    });
  });
}
