import assert from "node:assert/strict";
import type { NetworkDescription } from "../../../src/network/description.ts";
import { BATCH_NORM_EPSILON } from "../../../src/network/numbers.ts";
import { foldBatchNorm } from "../../../train/network/fold.ts";

const NETWORK: NetworkDescription = {
  name: "tiny",
  inputShape: [2],
  layers: [
    {
      type: "dense",
      name: "a",
      units: 2,
      activation: "relu",
      batchNorm: true,
    },
    {
      type: "dense",
      name: "b",
      units: 1,
      activation: "linear",
      batchNorm: false,
    },
  ],
};

const TENSORS = new Map([
  ["a.weight", Float32Array.of(1, 2, 3, 4)],
  ["a.gamma", Float32Array.of(2, 0.5)],
  ["a.beta", Float32Array.of(1, -1)],
  ["a.moving_mean", Float32Array.of(0.5, 3)],
  ["a.moving_variance", Float32Array.of(4, 0.25)],
  ["b.weight", Float32Array.of(5, 6)],
  ["b.bias", Float32Array.of(7)],
]);

Deno.test("foldBatchNorm() computes what batch norm after the layer computes", () => {
  const { description, tensors } = foldBatchNorm(NETWORK, TENSORS);
  const input = [0.3, -1.2];
  for (const unit of [0, 1]) {
    const at = (name: string, i = unit): number => TENSORS.get(name)![i]!;
    const product = input[0]! * at("a.weight") +
      input[1]! * at("a.weight", 2 + unit);
    const normalized = (product - at("a.moving_mean")) /
      Math.sqrt(at("a.moving_variance") + BATCH_NORM_EPSILON);
    const expected = normalized * at("a.gamma") + at("a.beta");
    const weight = tensors.get("a.weight")!;
    const found = input[0]! * weight[unit]! + input[1]! * weight[2 + unit]! +
      tensors.get("a.bias")![unit]!;
    assert.ok(Math.abs(found - expected) < 1e-5, `${found} for ${expected}`);
  }
  assert.ok(
    description.layers.every((layer) =>
      layer.type === "dense" && !layer.batchNorm
    ),
  );
});

Deno.test("foldBatchNorm() does not change layers without batch norm", () => {
  const { tensors } = foldBatchNorm(NETWORK, TENSORS);
  assert.deepEqual(tensors.get("b.weight"), Float32Array.of(5, 6));
  assert.deepEqual(tensors.get("b.bias"), Float32Array.of(7));
  assert.deepEqual(
    [...tensors.keys()],
    ["a.weight", "a.bias", "b.weight", "b.bias"],
  );
});

Deno.test("foldBatchNorm() names a missing tensor", () => {
  const tensors = new Map(TENSORS);
  tensors.delete("a.moving_mean");
  assert.throws(() => foldBatchNorm(NETWORK, tensors), {
    name: "TypeError",
    message: `network "tiny" lacks the tensor a.moving_mean`,
  });
});
