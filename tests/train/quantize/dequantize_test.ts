import assert from "node:assert/strict";
import type { NetworkDescription } from "../../../src/network/description.ts";
import { Random } from "../../../src/network/random.ts";
import {
  initialParameters,
  parameterSpecs,
} from "../../../train/network/parameters.ts";
import { dequantizedModel } from "../../../train/quantize/dequantize.ts";
import { quantizedModel } from "../../../train/quantize/quantize.ts";

const NETWORK: NetworkDescription = {
  name: "coded",
  inputShape: [12],
  layers: [
    {
      type: "dense",
      name: "a",
      units: 18,
      activation: "relu",
      batchNorm: false,
    },
    { type: "reshape", name: "image", shape: [3, 3, 2] },
    {
      type: "conv2d",
      name: "b",
      filters: 5,
      kernelSize: 3,
      stride: 1,
      padding: "same",
      activation: "linear",
      batchNorm: false,
    },
  ],
};

Deno.test("dequantizedModel() returns weights and biases to within half a step", () => {
  const tensors = initialParameters(
    parameterSpecs(NETWORK),
    (place) => new Random(1, place),
  );
  const random = new Random(4);
  for (const name of ["a.bias", "b.bias"]) {
    const bias = tensors.get(name)!;
    bias.forEach((_, i) => bias[i] = random.normal());
  }
  const quantized = quantizedModel(
    { description: NETWORK, tensors },
    new Map([
      ["input", { min: -2, max: 3 }],
      ["a", { min: 0, max: 4 }],
    ]),
    { weightScaleRule: "max" },
  );
  const back = dequantizedModel(quantized);
  for (const name of ["a", "b"]) {
    const { weightScale } = quantized.weights.get(name)!;
    const step = Math.max(...weightScale);
    const compare = (kind: string, most: number): void => {
      const values = back.tensors.get(`${name}.${kind}`)!;
      tensors.get(`${name}.${kind}`)!.forEach((value, i) => {
        const apart = Math.abs(value - values[i]!);
        assert.ok(apart <= most, `${name}.${kind}[${i}] is off by ${apart}`);
      });
    };
    compare("weight", step / 2 * 1.001);
    compare("bias", step / 2);
  }
});
