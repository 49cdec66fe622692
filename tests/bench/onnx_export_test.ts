import assert from "node:assert/strict";
import * as ort from "onnxruntime-node";
import { toOnnx } from "../../bench/onnx/export.ts";
import { runReference } from "../../src/engine/reference.ts";
import type { Conv2dLayer, Layer } from "../../src/network/description.ts";
import { shapeSize } from "../../src/network/shapes.ts";
import type { InputQuantization } from "../../src/network/quantized.ts";
import { randomInputs, randomModel } from "../engine/random_model.ts";
import { conv2d, dense } from "../network/layers.ts";

const PIXELS: InputQuantization = {
  encoding: "pixels",
  scale: 1 / 127,
  zeroPoint: 0,
};
const CODES: InputQuantization = {
  encoding: "codes",
  scale: 0.05,
  zeroPoint: 64,
};

function conv(options: Partial<Conv2dLayer>): Conv2dLayer {
  return conv2d({ filters: 8, ...options });
}

const NETWORKS: [string, number[], InputQuantization, Layer[]][] = [
  ["a convolution before a mean", [9, 8, 1], PIXELS, [
    conv({ stride: 2 }),
    conv({ name: "valid", kernelSize: 4, padding: "valid" }),
    { type: "global_average_pool", name: "mean" },
    dense({ name: "out" }),
  ]],
  ["a pool before a dense layer", [8, 6, 1], PIXELS, [
    conv({ kernelSize: 5 }),
    { type: "max_pool", name: "pool", size: 2 },
    { type: "reshape", name: "flat", shape: [4 * 3 * 8] },
    dense({ name: "hidden", units: 12, activation: "relu" }),
    dense({ name: "out", units: 5 }),
  ]],
  ["a generator", [14], CODES, [
    dense({ name: "seed", units: 3 * 3 * 8, activation: "relu" }),
    { type: "reshape", name: "image", shape: [3, 3, 8] },
    conv({ filters: 16 }),
    { type: "pixel_shuffle", name: "grow", factor: 2 },
    conv({ name: "ink", filters: 1, activation: "sigmoid" }),
  ]],
];

for (const [what, inputShape, input, layers] of NETWORKS) {
  Deno.test(`toOnnx() writes ${what} that onnxruntime runs like the engine`, async () => {
    const model = randomModel({ name: "test", inputShape, layers }, { input });
    const count = 3;
    const inputs = randomInputs(model, count);
    const size = shapeSize(inputShape);
    const real = Float32Array.from(
      inputs,
      (code) =>
        input === PIXELS ? code / 255 : (code - input.zeroPoint) * input.scale,
    );
    const session = await ort.InferenceSession.create(toOnnx(model), {
      graphOptimizationLevel: "disabled",
    });
    const [height, width, channels] = inputShape;
    const dims = inputShape.length === 3
      ? [count, channels!, height!, width!]
      : [count, size];
    const { output } = await session.run({
      input: new ort.Tensor("float32", real, dims),
    });
    const found = output!.data as Float32Array;
    const sigmoid = layers.at(-1)!.name === "ink";
    for (let i = 0; i < count; i++) {
      const ours = runReference(
        model,
        inputs.subarray(i * size, (i + 1) * size),
      );
      ours.forEach((value, k) => {
        const theirs = found[i * ours.length + k]!;
        // A code may round the other way, and pixels have steps of 1/64 before
        // the sigmoid.
        const error = sigmoid
          ? Math.abs(value / 255 - theirs)
          : Math.abs(value - theirs);
        assert.ok(error < 0.03, `${what}: ${value} and ${theirs}`);
      });
    }
    await session.release();
  });
}
