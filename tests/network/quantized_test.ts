import assert from "node:assert/strict";
import type {
  DenseLayer,
  NetworkDescription,
} from "../../src/network/description.ts";
import {
  type QuantizedModel,
  readQuantizedModel,
  writeQuantizedModel,
} from "../../src/network/quantized.ts";
import {
  readSafetensors,
  type Tensor,
  writeSafetensors,
} from "../../src/network/safetensors.ts";
import { randomModel } from "../engine/random_model.ts";
import { conv2d } from "./layers.ts";

const LOGITS: DenseLayer = {
  type: "dense",
  name: "logits",
  units: 2,
  activation: "linear",
  batchNorm: false,
};

const NETWORK: NetworkDescription = {
  name: "small",
  inputShape: [4, 4, 1],
  layers: [
    conv2d({ filters: 3 }),
    { type: "global_average_pool", name: "mean" },
    LOGITS,
  ],
};

function smallModel(): QuantizedModel {
  return {
    ...randomModel(NETWORK),
    selfTest: {
      input: new Uint8Array(16).fill(7),
      output: Float32Array.of(0.5, -1),
    },
    metadata: new Map([["trained", "yesterday"]]),
  };
}

Deno.test("readQuantizedModel() reads writeQuantizedModel() output", () => {
  const model = smallModel();
  const bytes = writeQuantizedModel(model);
  assert.deepEqual(readQuantizedModel(bytes), model);
  assert.deepEqual(writeQuantizedModel(readQuantizedModel(bytes)), bytes);
});

/** The small model's file with changed tensors or metadata. */
function changed(
  change: (tensors: Map<string, Tensor>, metadata: Map<string, string>) => void,
): Uint8Array {
  const file = readSafetensors(writeQuantizedModel(smallModel()));
  const tensors = new Map(file.tensors);
  const metadata = new Map(file.metadata);
  change(tensors, metadata);
  return writeSafetensors({ tensors, metadata });
}

/** The small model's file with changed JSON in its metadata. */
function edited(name: string, from: string, to: string): Uint8Array {
  return changed((_, metadata) => {
    const text = metadata.get(name)!;
    assert.ok(text.includes(from), `${text} has no ${from}`);
    metadata.set(name, text.replace(from, to));
  });
}

const BAD: [string, Uint8Array, new () => Error, RegExp][] = [
  [
    "another format",
    changed((_, metadata) => metadata.set("format", "pt")),
    TypeError,
    /format "pt", expected "inkling-int8-1"/,
  ],
  [
    "no network",
    changed((_, metadata) => metadata.delete("network")),
    TypeError,
    /no metadata "network"/,
  ],
  [
    "a network that is not JSON",
    changed((_, metadata) => metadata.set("network", "{")),
    SyntaxError,
    /"network" is not JSON/,
  ],
  [
    "a quantization that is null",
    changed((_, metadata) => metadata.set("quantization", "null")),
    TypeError,
    /\/quantization is null, expected an object/,
  ],
  [
    "an unknown encoding",
    edited("quantization", '"codes"', '"floats"'),
    TypeError,
    /input\/encoding is "floats"/,
  ],
  [
    "pixels of another scale",
    edited(
      "quantization",
      '"encoding":"codes","scale":0.007874015748031496',
      '"encoding":"pixels","scale":0.5',
    ),
    RangeError,
    /pixel input has scale 0.5/,
  ],
  [
    "a zero point of 128",
    edited("quantization", '"zero_point":0', '"zero_point":128'),
    RangeError,
    /zero point is 128, expected 0 to 127/,
  ],
  [
    "a zero point before a mean",
    changed((tensors, metadata) => {
      const network = JSON.parse(metadata.get("network")!);
      network.inputShape = [4, 4, 3];
      network.layers.shift();
      metadata.set("network", JSON.stringify(network));
      const text = metadata.get("quantization")!;
      metadata.set(
        "quantization",
        text.replace('"zero_point":0', '"zero_point":5'),
      );
      for (const part of ["weight", "weight_scale", "bias"]) {
        tensors.delete(`conv.${part}`);
      }
      tensors.delete("self_test.input");
      tensors.delete("self_test.output");
    }),
    TypeError,
    /layer "mean" \(global_average_pool\) expects codes of zero point 0, found 5/,
  ],
  [
    "an output scale of 0",
    edited("quantization", '"mean":0.007874015718698502', '"mean":0'),
    RangeError,
    /output scale of layer "mean" is 0/,
  ],
  [
    "an output scale as text",
    edited("quantization", '"mean":0.007874015718698502', '"mean":"1"'),
    TypeError,
    /\/output_scales\/mean is "1", expected a number/,
  ],
  [
    "an output scale too small to be exact",
    edited("quantization", '"conv":0.007874015718698502', '"conv":1e-12'),
    RangeError,
    /layer "conv" can reach \d+ \* \d+.* expected less than 4194304/,
  ],
  [
    "no output scale",
    edited("quantization", '"conv":', '"other":'),
    TypeError,
    /layer "conv" has no output scale/,
  ],
  [
    "layers that do not fit",
    edited("network", "[4,4,1]", "[4,4]"),
    RangeError,
    /layer "conv" \(conv2d\) expects an input of rank 3/,
  ],
  [
    "a network that ends in codes",
    edited("network", '"linear"', '"relu"'),
    TypeError,
    /layer "logits" has no output scale/,
  ],
  [
    "a linear layer in the middle",
    edited("network", '"relu"', '"linear"'),
    TypeError,
    /layer "mean" \(global_average_pool\) cannot follow .* outputs logits/,
  ],
  [
    "batch norm",
    edited("network", '"batchNorm":false', '"batchNorm":true'),
    TypeError,
    /layer "conv": batch norm is not folded/,
  ],
  [
    "a sigmoid without its table",
    changed((tensors, metadata) => {
      tensors.delete("sigmoid_table");
      const text = metadata.get("network")!;
      metadata.set("network", text.replace('"linear"', '"sigmoid"'));
    }),
    TypeError,
    /layer "logits" needs a sigmoid table of 1024 bytes, found none/,
  ],
  [
    "a huge layer",
    edited("network", "[4,4,1]", "[60000,60000,1]"),
    RangeError,
    /input has 3600000000 values/,
  ],
  [
    "a missing tensor",
    changed((tensors) => tensors.delete("conv.bias")),
    TypeError,
    /no tensor "conv.bias"/,
  ],
  [
    "a tensor too many",
    changed((tensors) =>
      tensors.set("x", { shape: [1], data: Int8Array.of(1) })
    ),
    TypeError,
    /unknown tensor "x"/,
  ],
  [
    "weights of another type",
    changed((tensors) => {
      const { shape, data } = tensors.get("conv.weight")!;
      tensors.set("conv.weight", { shape, data: new Uint8Array(data) });
    }),
    TypeError,
    /"conv.weight" is a Uint8Array, expected Int8Array/,
  ],
  [
    "weights of another shape",
    changed((tensors) => {
      const { data } = tensors.get("conv.weight")!;
      tensors.set("conv.weight", { shape: [data.length], data });
    }),
    RangeError,
    /"conv.weight" has shape \[48\], expected \[1, 3, 1, 4, 4\]/,
  ],
  [
    "a weight scale that is not a number",
    changed((tensors) =>
      tensors.set("conv.weight_scale", {
        shape: [3],
        data: Float32Array.of(1e-3, NaN, 1e-3),
      })
    ),
    RangeError,
    /weight scale of layer "conv" is NaN/,
  ],
  [
    "a bias that could overflow",
    changed((tensors) =>
      tensors.set("conv.bias", {
        shape: [3],
        data: Int32Array.of(0, 2 ** 31 - 1, 0),
      })
    ),
    RangeError,
    /layer "conv" can reach 2147629951, which overflows int32/,
  ],
  [
    "a self-test of another size",
    changed((tensors) =>
      tensors.set("self_test.input", { shape: [1], data: Uint8Array.of(1) })
    ),
    RangeError,
    /self-test goes from 1 values .* expected 16/,
  ],
  [
    "a self-test of pixels for logits",
    changed((tensors) =>
      tensors.set("self_test.output", { shape: [2], data: new Uint8Array(2) })
    ),
    RangeError,
    /to a Uint8Array of 2, expected 16, Float32Array and 2/,
  ],
];

for (const [what, bytes, error, message] of BAD) {
  Deno.test(`readQuantizedModel() refuses ${what}`, () => {
    assert.throws(() => readQuantizedModel(bytes), (thrown) => {
      assert.ok(thrown instanceof error, String(thrown));
      assert.match((thrown as Error).message, message);
      return true;
    });
  });
}

Deno.test("writeQuantizedModel() refuses weights that do not fit the network", () => {
  const model = smallModel();
  const weights = new Map(model.weights);
  weights.set("conv", { ...weights.get("conv")!, bias: new Int32Array(2) });
  assert.throws(
    () => writeQuantizedModel({ ...model, weights }),
    new RangeError('layer "conv" has bias of length 2, expected 3'),
  );
  weights.delete("conv");
  assert.throws(
    () => writeQuantizedModel({ ...model, weights }),
    new TypeError('layer "conv" has no weights'),
  );
});
