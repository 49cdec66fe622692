import assert from "node:assert/strict";
import fc from "fast-check";
import {
  quantizeWeights,
  weightScales,
} from "../../../train/quantize/weight_scales.ts";

Deno.test("weightScales() makes the largest weight of each output 127", () => {
  const weights = Float32Array.of(1.27, 5, -2.54, 254);
  assert.deepEqual(
    weightScales(weights, 2, "max"),
    Float32Array.of(2.54 / 127, 2),
  );
});

Deno.test("weightScales() gives an output of zeros the largest scale of the others", () => {
  const weights = Float32Array.of(127, 0, 254, 127, 0, 254);
  assert.deepEqual(weightScales(weights, 3, "mse"), Float32Array.of(1, 2, 2));
  const zeros = new Float32Array(4);
  assert.deepEqual(
    weightScales(zeros, 2, "max"),
    Float32Array.of(1 / 127, 1 / 127),
  );
});

Deno.test("weightScales() by squared error is no worse than by the largest weight", () => {
  const error = (weights: Float32Array, rule: "max" | "mse") => {
    const scales = weightScales(weights, 1, rule);
    const codes = quantizeWeights(weights, scales);
    return weights.reduce(
      (sum, weight, i) => sum + (weight - scales[0]! * codes[i]!) ** 2,
      0,
    );
  };
  const weights = fc.float32Array({
    minLength: 1,
    maxLength: 30,
    min: -4,
    max: 4,
    noNaN: true,
  });
  fc.assert(fc.property(weights, (weights) => {
    assert.ok(error(weights, "mse") <= error(weights, "max"));
  }));
});

Deno.test("quantizeWeights() stays within -127 to 127", () => {
  const weights = Float32Array.of(-10, 10, 0.5, 1.5, -1);
  assert.deepEqual(
    quantizeWeights(weights, Float32Array.of(0.05)),
    Int8Array.of(-127, 127, 10, 30, -20),
  );
});
