import assert from "node:assert/strict";
import { runReference } from "../../src/engine/reference.ts";
import type { Layer } from "../../src/network/description.ts";
import { packWeights } from "../../src/network/packing.ts";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import { randomModel } from "./random_model.ts";

/** A 3x3 image, codes 1 to 9. */
const IMAGE = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);

/** A model with one convolution of one channel whose codes are its sums. */
function convModel(
  options: Partial<Extract<Layer, { type: "conv2d" }>>,
  kernel: number[],
  bias: number,
): QuantizedModel {
  const conv: Layer = {
    type: "conv2d",
    name: "conv",
    filters: 1,
    kernelSize: Math.sqrt(kernel.length),
    stride: 1,
    padding: "same",
    activation: "linear",
    batchNorm: false,
    ...options,
  };
  const side = conv.kernelSize;
  return {
    description: { name: "conv", inputShape: [3, 3, 1], layers: [conv] },
    input: { encoding: "codes", scale: 1, zeroPoint: 0 },
    outputScales: new Map(),
    weights: new Map([["conv", {
      weight: packWeights(Int8Array.from(kernel), {
        kernelRows: side,
        rowLength: side,
        outputs: 1,
      }),
      weightScale: Float32Array.of(1),
      bias: Int32Array.of(bias),
    }]]),
    metadata: new Map(),
  };
}

Deno.test("runReference() convolves", () => {
  const box = new Array(9).fill(1);
  const cases: [QuantizedModel, number[]][] = [
    [convModel({}, [2], 1), [3, 5, 7, 9, 11, 13, 15, 17, 19]],
    [convModel({}, box, 0), [12, 21, 16, 27, 45, 33, 24, 39, 28]],
    [convModel({ padding: "valid" }, box, -5), [40]],
    // An even kernel has its padding below and to the right.
    [convModel({}, [0, 0, 0, 1], 0), [5, 6, 0, 8, 9, 0, 0, 0, 0]],
    [convModel({ stride: 2 }, [1], 0), [1, 3, 7, 9]],
    [convModel({ stride: 2 }, [1, 0, 0, 0, 0, 0, 0, 0, 0], 0), [0, 0, 0, 5]],
    [
      convModel({ stride: 2, padding: "valid" }, [0, 1, 0, 0], 0),
      [2],
    ],
  ];
  for (const [model, sums] of cases) {
    assert.deepEqual([...runReference(model, IMAGE)], sums);
  }
});

Deno.test("runReference() pads with the zero point", () => {
  const model = convModel({}, [1, 0, 0, 0, 0, 0, 0, 0, 0], 0);
  const input = { ...model.input, zeroPoint: 64 };
  assert.deepEqual(
    [...runReference({ ...model, input }, IMAGE)],
    [64, 64, 64, 64, 1, 2, 64, 4, 5],
  );
});

/** A sigmoid of a 1x1 identity kernel, which shows codes as pixels. */
function shown(inputShape: number[], layer: Layer, channels: number) {
  const show: Layer = {
    type: "conv2d",
    name: "show",
    filters: channels,
    kernelSize: 1,
    stride: 1,
    padding: "same",
    activation: "sigmoid",
    batchNorm: false,
  };
  const model = randomModel({
    name: "shown",
    inputShape,
    layers: [layer, show],
  });
  const identity = Int8Array.from(
    { length: channels * channels },
    (_, i) => i % (channels + 1) === 0 ? 1 : 0,
  );
  return {
    ...model,
    input: { encoding: "codes", scale: 1 / 64, zeroPoint: 0 } as const,
    weights: new Map([["show", {
      weight: packWeights(identity, {
        kernelRows: 1,
        rowLength: channels,
        outputs: channels,
      }),
      weightScale: new Float32Array(channels).fill(1),
      bias: new Int32Array(channels),
    }]]),
    // Index 512 represents 0.
    sigmoidTable: Uint8Array.from({ length: 1024 }, (_, i) => i - 512),
  };
}

Deno.test("runReference() computes the maximum of each window", () => {
  const pool = { type: "max_pool", name: "pool", size: 2 } as const;
  const model = shown([2, 5, 1], pool, 1);
  const codes = Uint8Array.of(1, 9, 3, 4, 100, 5, 6, 7, 8, 100);
  assert.deepEqual([...runReference(model, codes)], [9, 8]);
});

Deno.test("runReference() shuffles channels into space like depth_to_space", () => {
  const shuffle = { type: "pixel_shuffle", name: "s", factor: 2 } as const;
  const model = shown([1, 2, 8], shuffle, 2);
  const codes = Uint8Array.from({ length: 16 }, (_, i) => i);
  // TensorFlow: tf.depth_to_space(tf.range(16) as [1, 1, 2, 8], 2).
  assert.deepEqual(
    [...runReference(model, codes)],
    [0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7, 12, 13, 14, 15],
  );
});

Deno.test("runReference() refuses an input of the wrong length", () => {
  assert.throws(
    () => runReference(convModel({}, [1], 0), new Uint8Array(8)),
    new RangeError("expected 9 input values, found 8"),
  );
});
