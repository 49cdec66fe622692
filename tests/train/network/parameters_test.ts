import assert from "node:assert/strict";
import { Random } from "../../../src/network/random.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import { judgeNetwork } from "../../../train/recognizer/network.ts";

Deno.test("parameterSpecs() lists weights, then batch norm or bias, layer by layer", () => {
  const specs = parameterSpecs(judgeNetwork());
  assert.deepEqual(
    specs.slice(0, 5).map(({ name, shape, trainable }) => ({
      name,
      shape,
      trainable,
    })),
    [
      { name: "conv1.weight", shape: [4, 4, 1, 16], trainable: true },
      { name: "conv1.gamma", shape: [16], trainable: true },
      { name: "conv1.beta", shape: [16], trainable: true },
      { name: "conv1.moving_mean", shape: [16], trainable: false },
      { name: "conv1.moving_variance", shape: [16], trainable: false },
    ],
  );
  assert.deepEqual(
    specs.slice(-2).map(({ name }) => name),
    ["logits.weight", "logits.bias"],
  );
});

Deno.test("initialParameters() draws weights with the variance of He et al.", () => {
  const specs = parameterSpecs(judgeNetwork());
  const values = initialParameters(specs, () => new Random(1)).get(
    "conv5.weight",
  )!;
  const variance = values.reduce((sum, v) => sum + v * v, 0) / values.length;
  const expected = 2 / (9 * 64);
  assert.ok(Math.abs(variance / expected - 1) < 0.03, `${variance}`);
});

Deno.test("initialParameters() draws each parameter from the stream of its place", () => {
  const specs = parameterSpecs(judgeNetwork());
  const drawn = initialParameters(specs, (place) => new Random(7, place));
  specs.forEach(({ name, deviation }, place) => {
    if (deviation === 0) return;
    const first = Math.fround(new Random(7, place).normal() * deviation);
    assert.equal(drawn.get(name)![0], first, name);
  });
});
