import assert from "node:assert/strict";
import type { NetworkDescription } from "../../src/network/description.ts";
import { parseDescription } from "../../src/network/parse.ts";

const NETWORK: NetworkDescription = {
  name: "every layer",
  inputShape: [12, 12, 1],
  layers: [
    {
      type: "conv2d",
      name: "conv",
      filters: 4,
      kernelSize: 3,
      stride: 2,
      padding: "same",
      activation: "leaky_relu",
      batchNorm: true,
    },
    { type: "pixel_shuffle", name: "shuffle", factor: 2 },
    { type: "max_pool", name: "pool", size: 2 },
    { type: "global_average_pool", name: "mean" },
    { type: "reshape", name: "shape", shape: [1] },
    {
      type: "dense",
      name: "dense",
      units: 3,
      activation: "sigmoid",
      batchNorm: false,
    },
  ],
};

Deno.test("parseDescription() returns every layer", () => {
  const json = JSON.parse(JSON.stringify(NETWORK));
  assert.deepEqual(parseDescription(json), NETWORK);
});

const DENSE = {
  type: "dense",
  name: "d",
  units: 1,
  activation: "relu",
  batchNorm: false,
};
const CONV = NETWORK.layers[0]!;

/** A network with one layer. */
function one(layer: unknown): unknown {
  return { name: "n", inputShape: [4, 4, 1], layers: [layer] };
}

const BAD: [string, unknown, new () => Error, RegExp][] = [
  [
    "null",
    null,
    TypeError,
    /the JSON is null, expected an object/,
  ],
  ["an array", [], TypeError, /is a list of 0, expected an object/],
  ["no name", { ...NETWORK, name: undefined }, TypeError, /\/name is missing/],
  ["an empty name", { ...NETWORK, name: "" }, TypeError, /name is ""/],
  [
    "a field too many",
    { ...NETWORK, x: 1 },
    TypeError,
    /\/x is not a known key/,
  ],
  ["no layers", { ...NETWORK, layers: {} }, TypeError, /\/layers is an object/],
  [
    "0 layers",
    { ...NETWORK, layers: [] },
    RangeError,
    /list of 0, expected a list of 1 to 64 layers/,
  ],
  [
    "65 layers",
    { ...NETWORK, layers: new Array(65).fill(DENSE) },
    RangeError,
    /list of 65, expected/,
  ],
  [
    "one name for two layers",
    { ...NETWORK, layers: [DENSE, DENSE] },
    RangeError,
    /\/layers\/1\/name is "d"/,
  ],
  ["a shape of none", { ...NETWORK, inputShape: [] }, RangeError, /inputShape/],
  ["a side of 0", { ...NETWORK, inputShape: [0] }, RangeError, /is 0/],
  [
    "a huge side",
    { ...NETWORK, inputShape: [65537] },
    RangeError,
    /is 65537, expected a whole number from 1 to 65536/,
  ],
  ["a layer null", one(null), TypeError, /\/layers\/0 is null/],
  [
    "an unknown type",
    one({ ...DENSE, type: "lstm" }),
    TypeError,
    /\/layers\/0\/type is "lstm", expected one of dense, conv2d/,
  ],
  [
    "an unknown field of a layer",
    one({ ...DENSE, bias: true }),
    TypeError,
    /\/layers\/0\/bias is not a known key/,
  ],
  ["1.5 units", one({ ...DENSE, units: 1.5 }), TypeError, /units is 1.5/],
  ["units as text", one({ ...DENSE, units: "1" }), TypeError, /units is "1"/],
  ["-1 units", one({ ...DENSE, units: -1 }), RangeError, /units is -1/],
  [
    "an unknown activation",
    one({ ...DENSE, activation: "tanh" }),
    TypeError,
    /activation is "tanh", expected "linear" or "relu"/,
  ],
  [
    "batch norm as a number",
    one({ ...DENSE, batchNorm: 0 }),
    TypeError,
    /batchNorm is 0/,
  ],
  [
    "a kernel of 8",
    one({ ...CONV, kernelSize: 8 }),
    RangeError,
    /kernelSize is 8, expected a whole number from 1 to 7/,
  ],
  ["a stride of 3", one({ ...CONV, stride: 3 }), TypeError, /stride is 3/],
  [
    "an unknown padding",
    one({ ...CONV, padding: "full" }),
    TypeError,
    /padding is "full"/,
  ],
  [
    "a pool of 0",
    one({ type: "max_pool", name: "p", size: 0 }),
    RangeError,
    /size is 0/,
  ],
];

for (const [what, json, error, message] of BAD) {
  Deno.test(`parseDescription() refuses ${what}`, () => {
    assert.throws(() => parseDescription(json), (thrown) => {
      assert.ok(thrown instanceof error, String(thrown));
      assert.match((thrown as Error).message, message);
      return true;
    });
  });
}
