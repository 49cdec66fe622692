import assert from "node:assert/strict";
import { createEngine } from "../../src/engine/engine.ts";
import { runReference } from "../../src/engine/reference.ts";
import type {
  Conv2dLayer,
  DenseLayer,
  Layer,
  NetworkDescription,
} from "../../src/network/description.ts";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import { ENGINE_MODULES } from "./modules.ts";
import {
  PLAIN_CODES,
  randomInputs,
  randomModel,
  type RandomModelOptions,
} from "./random_model.ts";
import { REFERENCE_NETWORK } from "./reference_network.ts";
import { conv2d } from "../network/layers.ts";

const LOGITS: DenseLayer = {
  type: "dense",
  name: "logits",
  units: 3,
  activation: "linear",
  batchNorm: false,
};

/**
 * Turns every value of an image into its own logit, so that tests see all of
 * them.
 */
function network(inputShape: number[], ...layers: Layer[]): NetworkDescription {
  return { name: "test", inputShape, layers };
}

/** Sigmoid of a 1x1 convolution: shows its input, pixel by pixel. */
function show(filters: number): Conv2dLayer {
  return conv2d({
    name: "show",
    filters,
    kernelSize: 1,
    activation: "sigmoid",
  });
}

/** Asserts that both builds return exactly what the reference returns. */
function assertExact(model: QuantizedModel, count: number, what: string): void {
  const inputs = randomInputs(model, count);
  const size = inputs.length / count;
  const expected = Array.from(
    { length: count },
    (
      _,
      i,
    ) => [...runReference(model, inputs.subarray(i * size, (i + 1) * size))],
  ).flat();
  for (const [build, module] of ENGINE_MODULES) {
    const engine = createEngine(module, model);
    const found = [...engine[engine.outputKind](inputs, count)];
    assert.deepEqual(found, expected, `${build}: ${what}`);
  }
}

function assertNetwork(
  description: NetworkDescription,
  count = 1,
  options: RandomModelOptions = {},
): void {
  const what = `${JSON.stringify(description)} x ${count}`;
  assertExact(randomModel(description, options), count, what);
}

Deno.test("createEngine() convolves like the reference with ragged channels and kernels", () => {
  for (const kernelSize of [1, 2, 3, 4, 5, 7]) {
    for (
      const [channels, filters] of [[1, 4], [3, 5], [4, 1], [7, 16], [17, 9]]
    ) {
      const layer = conv2d({ kernelSize, filters: filters! });
      assertNetwork(network([7, 5, channels!], layer, show(filters!)));
    }
  }
});

Deno.test("createEngine() convolves like the reference at every size from 1 to 9", () => {
  for (let height = 1; height <= 9; height++) {
    for (const width of [1, 2, 3, 5, 9]) {
      assertNetwork(network([height, width, 2], conv2d(), show(3)));
    }
  }
});

Deno.test("createEngine() convolves like the reference with both strides and paddings", () => {
  for (const stride of [1, 2] as const) {
    for (const padding of ["same", "valid"] as const) {
      for (const kernelSize of [1, 3, 4, 5]) {
        for (const side of [5, 6, 8]) {
          const layer = conv2d({ stride, padding, kernelSize, filters: 5 });
          assertNetwork(network([side, side + 1, 3], layer, show(2)), 2);
        }
      }
    }
  }
});

Deno.test("createEngine() computes dense layers like the reference", () => {
  for (const inputs of [1, 3, 4, 5, 16, 17, 64, 75]) {
    for (const units of [1, 4, 5, 8, 10, 17]) {
      const hidden = {
        ...LOGITS,
        name: "hidden",
        units,
        activation: "relu",
      } as const;
      assertNetwork(network([inputs], hidden, LOGITS));
      assertNetwork(network([inputs], { ...LOGITS, units }));
    }
  }
});

Deno.test("createEngine() computes layers with one output like the reference", () => {
  const single = conv2d({ filters: 1 });
  for (const channels of [1, 3, 5, 6, 11, 16, 17]) {
    for (const kernelSize of [1, 3, 5]) {
      for (const side of [1, 2, 5, 7]) {
        const layer = { ...single, kernelSize };
        const shape = [side, side + 1, channels];
        const ink = { ...layer, activation: "sigmoid" } as const;
        assertNetwork(network(shape, ink), 3);
        assertNetwork(network(shape, layer, show(2)), 2);
      }
    }
  }
  for (const inputs of [1, 15, 16, 17, 75]) {
    const hidden = { ...LOGITS, name: "hidden", activation: "relu" } as const;
    assertNetwork(network([inputs], { ...hidden, units: 1 }, LOGITS), 7);
    assertNetwork(network([inputs], { ...LOGITS, units: 1 }), 8);
  }
});

Deno.test("createEngine() pools like the reference", () => {
  for (const channels of [1, 4, 5, 16, 17, 33]) {
    for (const size of [1, 2, 3]) {
      const pool = { type: "max_pool", name: "pool", size } as const;
      assertNetwork(network([7, 6, channels], pool, show(channels)), 2);
      const mean = { type: "global_average_pool", name: "mean" } as const;
      assertNetwork(network([size, 5, channels], mean, LOGITS), 2);
    }
  }
});

Deno.test("createEngine() reshapes and shuffles like the reference", () => {
  for (const factor of [1, 2, 3]) {
    for (const channels of [1, 4, 5]) {
      const filters = channels * factor * factor;
      const shuffle = {
        type: "pixel_shuffle",
        name: "shuffle",
        factor,
      } as const;
      const dense = {
        ...LOGITS,
        name: "d",
        units: 6 * filters,
        activation: "relu",
      } as const;
      const shape = {
        type: "reshape",
        name: "shape",
        shape: [2, 3, filters],
      } as const;
      const flat = {
        type: "reshape",
        name: "flat",
        shape: [54 * filters],
      } as const;
      // Shuffled before a convolution, before a pool, and at the end.
      assertNetwork(network([9], dense, shape, shuffle, conv2d(), show(2)), 2);
      assertNetwork(
        network(
          [9],
          dense,
          shape,
          shuffle,
          { type: "max_pool", name: "pool", size: 1 },
          show(3),
        ),
      );
      const last = conv2d({
        name: "last",
        filters: 9 * filters,
        activation: "sigmoid",
      });
      const third = { ...shuffle, name: "third", factor: 3 };
      assertNetwork(network([9], dense, shape, last, third, flat), 2);
    }
  }
});

Deno.test("createEngine() reshapes the input and the logits", () => {
  const image = { type: "reshape", name: "image", shape: [3, 4, 1] } as const;
  const flat = { type: "reshape", name: "flat", shape: [24] } as const;
  const square = { type: "reshape", name: "square", shape: [1, 3, 1] } as const;
  assertNetwork(
    network([12], image, conv2d({ filters: 2 }), flat, LOGITS, square),
    3,
  );
});

Deno.test("createEngine() computes a batch like single images", () => {
  for (const count of [1, 2, 3, 5, 6, 7, 12, 13, 63, 64]) {
    const pool = { type: "max_pool", name: "pool", size: 2 } as const;
    const flat = { type: "reshape", name: "flat", shape: [2 * 2 * 4] } as const;
    assertNetwork(network([5, 4, 1], conv2d(), pool, flat, LOGITS), count);
  }
});

Deno.test("createEngine() reads pixel bytes", () => {
  const input = { encoding: "pixels", scale: 1 / 127, zeroPoint: 0 } as const;
  for (const [height, width] of [[16, 16], [3, 3], [5, 13]]) {
    assertNetwork(network([height!, width!, 1], conv2d(), show(1)), 2, {
      input,
    });
  }
});

Deno.test("createEngine() pads with the input's zero point", () => {
  const input = { encoding: "codes", scale: 0.05, zeroPoint: 64 } as const;
  assertNetwork(network([4, 5, 3], conv2d(), show(2)), 3, { input });
});

Deno.test("createEngine() clamps input codes to 127", () => {
  const model = randomModel(network([20], LOGITS));
  const high = new Uint8Array(20).fill(255);
  for (const [build, module] of ENGINE_MODULES) {
    const found = createEngine(module, model).logits(high, 1);
    assert.deepEqual(found, runReference(model, high.fill(127)), build);
    high.fill(255);
  }
});

Deno.test("createEngine() is exact with extreme weights and codes", () => {
  const extremes = [
    () => 127,
    () => -127,
    (i: number) => i % 2 === 0 ? 127 : -127,
    (i: number) => i % 3 === 0 ? -127 : 127,
    () => -128,
  ];
  for (const weight of extremes) {
    const model = randomModel(
      network([6, 6, 16], conv2d({ filters: 8 }), show(4)),
      { weight },
    );
    const high = new Uint8Array(6 * 6 * 16).fill(127);
    const expected = runReference(model, high);
    for (const [build, module] of ENGINE_MODULES) {
      assert.deepEqual(
        createEngine(module, model).pixels(high, 1),
        expected,
        build,
      );
    }
  }
});

Deno.test("createEngine() runs the reference network like the reference", () => {
  assertNetwork(REFERENCE_NETWORK, 2);
});

Deno.test("createEngine() returns the same results after other inputs, in the same memory", () => {
  const model = randomModel(REFERENCE_NETWORK);
  const inputs = randomInputs(model, 64);
  const one = inputs.subarray(0, 784);
  const five = inputs.subarray(0, 5 * 784);
  for (const [, module] of ENGINE_MODULES) {
    const engine = createEngine(module, model);
    const view = engine.logits(one, 1);
    const first = [...view];
    const { buffer } = view;
    assert.equal(buffer.byteLength, engine.memoryBytes);
    const many = engine.logits(inputs, 64);
    const all = [...many];
    assert.deepEqual([...engine.logits(one, 1)], first);
    assert.equal(engine.logits(one, 1), view, "a run allocates no view");
    assert.equal(view.buffer, buffer);
    const added = many.buffer.byteLength;
    assert.deepEqual([...engine.logits(five, 5)], all.slice(0, 50));
    assert.equal(engine.logits(inputs, 64), many, "a batch allocates no view");
    assert.equal(
      engine.memoryBytes,
      buffer.byteLength + added,
      "only the first batch adds a memory",
    );
  }
});

Deno.test("createEngine() matches the reference at edges that a max pool reads or skips", () => {
  for (const size of [2, 3]) {
    for (const [height, width] of [[6, 6], [6, 7], [7, 6], [8, 7]]) {
      const pool = { type: "max_pool", name: "pool", size } as const;
      assertNetwork(
        network([height!, width!, 4], conv2d({ filters: 9 }), pool, show(3)),
        7,
      );
    }
  }
});

Deno.test("createEngine() spans tiles across images of any size", () => {
  for (const side of [1, 3, 5, 7, 14]) {
    const layers = [
      conv2d({ filters: 12 }),
      conv2d({ name: "second", filters: 5 }),
    ];
    for (const count of [2, 6, 8]) {
      assertNetwork(network([side, side, 3], ...layers, show(2)), count);
    }
  }
});

Deno.test("createEngine() isolates engines of one module", () => {
  const [[, module]] = ENGINE_MODULES;
  const a = randomModel(network([9], LOGITS), { seed: 1 });
  const b = randomModel(network([9], LOGITS), { seed: 2 });
  const first = createEngine(module, a);
  const second = createEngine(module, b);
  const input = randomInputs(a, 1);
  const answer = first.logits(input, 1);
  second.logits(input, 1);
  assert.deepEqual(answer, runReference(a, input));
});

Deno.test("logits() and pixels() refuse wrong counts, lengths and networks", () => {
  const [[, module]] = ENGINE_MODULES;
  const engine = createEngine(module, randomModel(network([4], LOGITS)));
  const cases: [() => unknown, Error][] = [
    [
      () => engine.logits(new Uint8Array(0), 0),
      new RangeError("expected 1 to 64 inputs, found 0"),
    ],
    [
      () => engine.logits(new Uint8Array(260), 65),
      new RangeError("expected 1 to 64 inputs, found 65"),
    ],
    [
      () => engine.logits(new Uint8Array(6), 1.5),
      new RangeError("expected 1 to 64 inputs, found 1.5"),
    ],
    [
      () => engine.logits(new Uint8Array(9), 2),
      new RangeError("expected 8 bytes of input, found 9"),
    ],
    [
      () => engine.pixels(new Uint8Array(4), 1),
      new TypeError("this network outputs logits"),
    ],
  ];
  for (const [run, error] of cases) assert.throws(run, error);
});

Deno.test("createEngine() refuses a layer without a kernel by name", () => {
  const [[, module]] = ENGINE_MODULES;
  const leaky = { ...LOGITS, name: "leaky", activation: "leaky_relu" } as const;
  const model = randomModel(network([4], leaky, { ...LOGITS, name: "end" }));
  assert.equal(model.input, PLAIN_CODES);
  assert.throws(
    () => createEngine(module, model),
    new TypeError(
      'layer "leaky" has activation leaky_relu, ' +
        "expected relu, or linear or sigmoid at the end",
    ),
  );
});

for (const [build, module] of ENGINE_MODULES) {
  Deno.test(`createEngine().layers() returns each layer's output, ${build}`, () => {
    const model = randomModel(REFERENCE_NETWORK);
    const input = randomInputs(model, 1);
    const expected: [string, number[]][] = [];
    const logits = runReference(
      model,
      input,
      (name, values) => expected.push([name, [...values]]),
    );
    const engine = createEngine(module, model);
    const layers = engine.layers(input);
    assert.deepEqual(
      layers.map(({ name, values }) => [name, [...values]]),
      expected.map(([name, values]) => [name, [...Float32Array.from(values)]]),
    );
    assert.deepEqual(layers.at(-1)!.values, logits);
    for (const { rows, columns, channels, values } of layers) {
      assert.equal(values.length, rows * columns * channels);
    }
    // Copies: another run leaves them as they are.
    const before = [...layers[0]!.values];
    engine.logits(new Uint8Array(input.length), 1);
    assert.deepEqual([...layers[0]!.values], before);
  });
}

Deno.test("createEngine().layers() refuses an input of the wrong length", () => {
  const [[, module]] = ENGINE_MODULES;
  const engine = createEngine(module, randomModel(REFERENCE_NETWORK));
  assert.throws(() => engine.layers(new Uint8Array(3)), RangeError);
});
