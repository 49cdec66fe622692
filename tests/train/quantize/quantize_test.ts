import assert from "node:assert/strict";
import { runReference } from "../../../src/engine/reference.ts";
import type { NetworkDescription } from "../../../src/network/description.ts";
import {
  readQuantizedModel,
  writeQuantizedModel,
} from "../../../src/network/quantized.ts";
import { Random } from "../../../src/network/random.ts";
import type { FloatModel } from "../../../train/network/fold.ts";
import type { ActivationRange } from "../../../train/quantize/activation_range.ts";
import {
  quantizedModel,
  withSelfTest,
} from "../../../train/quantize/quantize.ts";

const NETWORK: NetworkDescription = {
  name: "one hidden layer",
  inputShape: [12],
  layers: [
    {
      type: "dense",
      name: "hidden",
      units: 40,
      activation: "relu",
      batchNorm: false,
    },
    {
      type: "dense",
      name: "out",
      units: 5,
      activation: "linear",
      batchNorm: false,
    },
  ],
};

/** Random weights between -1 and 1 over the root of the inputs. */
function randomTensors(seed: number): Map<string, Float32Array> {
  const random = new Random(seed);
  const fill = (length: number, most: number) =>
    Float32Array.from({ length }, () => random.between(-most, most));
  return new Map([
    ["hidden.weight", fill(12 * 40, 12 ** -0.5)],
    ["hidden.bias", fill(40, 0.1)],
    ["out.weight", fill(40 * 5, 40 ** -0.5)],
    ["out.bias", fill(5, 0.1)],
  ]);
}

/** The float network on a float input: hidden values and logits. */
function runFloat(
  { tensors }: FloatModel,
  input: readonly number[],
): { hidden: number[]; logits: number[] } {
  const dense = (values: readonly number[], name: string): number[] => {
    const weight = tensors.get(`${name}.weight`)!;
    const bias = tensors.get(`${name}.bias`)!;
    return Array.from(
      bias,
      (start, unit) =>
        values.reduce(
          (sum, value, i) => sum + value * weight[i * bias.length + unit]!,
          start,
        ),
    );
  };
  const hidden = dense(input, "hidden").map((value) => Math.max(value, 0));
  return { hidden, logits: dense(hidden, "out") };
}

Deno.test("quantizedModel() comes close to the float network, whatever the zero point", () => {
  for (const [low, high] of [[0, 1], [-1, 1], [-3.4, 3.4], [-2, 0]] as const) {
    const model: FloatModel = {
      description: NETWORK,
      tensors: randomTensors(1),
    };
    const random = new Random(2);
    const inputs = Array.from(
      { length: 50 },
      () => Array.from({ length: 12 }, () => random.between(low, high)),
    );
    const floats = inputs.map((input) => runFloat(model, input));
    const max = Math.max(...floats.flatMap(({ hidden }) => hidden));
    const quantized = quantizedModel(
      model,
      new Map([
        ["input", { min: low, max: high }],
        ["hidden", { min: 0, max }],
      ]),
    );
    const { scale, zeroPoint } = quantized.input;
    const span = Math.max(
      ...floats.flatMap(({ logits }) => logits.map(Math.abs)),
    );
    inputs.forEach((input, i) => {
      const codes = input.map((value) => Math.round(value / scale) + zeroPoint);
      assert.ok(codes.every((code) => code >= 0 && code <= 127));
      const found = runReference(quantized, Uint8Array.from(codes));
      floats[i]!.logits.forEach((logit, unit) => {
        const error = Math.abs(logit - found[unit]!) / span;
        assert.ok(error < 0.02, `${low} to ${high}: off by ${error}`);
      });
    });
  }
});

Deno.test("quantizedModel() results in a readable file", () => {
  const ranges = new Map([
    ["input", { min: 0, max: 1 }],
    ["hidden", { min: 0, max: 1 }],
  ]);
  const metadata = new Map([["training", "{}"]]);
  const model = withSelfTest(
    quantizedModel(
      { description: NETWORK, tensors: randomTensors(1) },
      ranges,
      { metadata },
    ),
    new Uint8Array(12).fill(9),
  );
  const read = readQuantizedModel(writeQuantizedModel(model));
  assert.deepEqual(read, model);
  assert.deepEqual(
    read.selfTest?.output,
    runReference(read, new Uint8Array(12).fill(9)),
  );
});

Deno.test("quantizedModel() stays exact where activations are always 0", () => {
  const model = quantizedModel(
    { description: NETWORK, tensors: randomTensors(1) },
    new Map([
      ["input", { min: 0, max: 1 }],
      ["hidden", { min: 0, max: 0 }],
    ]),
  );
  assert.equal(runReference(model, new Uint8Array(12)).length, 5);
});

Deno.test("quantizedModel() keeps a bias far larger than its weights", () => {
  const tensors = randomTensors(1);
  tensors.set("out.weight", new Float32Array(200).fill(1e-12));
  tensors.set("out.bias", new Float32Array(5).fill(3));
  const model = quantizedModel(
    { description: NETWORK, tensors },
    new Map([
      ["input", { min: 0, max: 1 }],
      ["hidden", { min: 0, max: 1 }],
    ]),
  );
  for (const logit of runReference(model, new Uint8Array(12))) {
    assert.ok(Math.abs(logit - 3) < 1e-4, String(logit));
  }
});

const GOOD_RANGES: [string, ActivationRange][] = [
  ["input", { min: 0, max: 1 }],
  ["hidden", { min: 0, max: 1 }],
];

const BAD: [
  string,
  (
    tensors: Map<string, Float32Array>,
    ranges: Map<string, ActivationRange>,
  ) => void,
  Error,
][] = [
  [
    "a missing tensor",
    (tensors) => tensors.delete("out.bias"),
    new TypeError('no tensor "out.bias"'),
  ],
  [
    "a tensor of the wrong size",
    (tensors) => tensors.set("out.bias", new Float32Array(4)),
    new RangeError('tensor "out.bias" has 4 numbers, expected 5'),
  ],
  [
    "a non-finite tensor",
    (tensors) => tensors.set("out.bias", new Float32Array(5).fill(NaN)),
    new RangeError('tensor "out.bias" has non-finite values'),
  ],
  [
    "a missing range",
    (_, ranges) => ranges.delete("hidden"),
    new TypeError('no range for "hidden"'),
  ],
  [
    "a non-finite range",
    (_, ranges) => ranges.set("input", { min: 0, max: Infinity }),
    new RangeError('range of "input" is 0 to Infinity, expected numbers'),
  ],
];

for (const [what, change, error] of BAD) {
  Deno.test(`quantizedModel() refuses ${what}`, () => {
    const tensors = randomTensors(1);
    const ranges = new Map(GOOD_RANGES);
    change(tensors, ranges);
    assert.throws(
      () => quantizedModel({ description: NETWORK, tensors }, ranges),
      error,
    );
  });
}

Deno.test("quantizedModel() refuses a layer without a kernel", () => {
  const [hidden, out] = NETWORK.layers;
  const description = {
    ...NETWORK,
    layers: [{ ...hidden!, activation: "leaky_relu" } as typeof hidden, out],
  } as NetworkDescription;
  assert.throws(
    () =>
      quantizedModel(
        { description, tensors: randomTensors(1) },
        new Map(GOOD_RANGES),
      ),
    /layer "hidden" has activation leaky_relu/,
  );
});
