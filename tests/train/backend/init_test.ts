import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { assertSameAsCpu, randomInput } from "./compare.ts";
import {
  adamUpdate,
  batchNormActivation,
  biasActivation,
  globalAveragePool,
  initBackend,
  maxPool2,
  pixelShuffle,
  softmaxCrossEntropy,
} from "../../../train/backend/mod.ts";

Deno.test("initBackend() switches between backends and back", async () => {
  for (const name of ["wasm", "cpu", "wasm"] as const) {
    await initBackend(name);
    assert.equal(tf.getBackend(), name);
    tf.tidy(() =>
      assert.deepEqual([...tf.matMul([[1, 2]], [[3], [4]]).dataSync()], [11])
    );
  }
});

Deno.test("initBackend() works in a Worker", async () => {
  const url = new URL("./init_worker.ts", import.meta.url);
  const worker = new Worker(url, { type: "module" });
  try {
    const answer = await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
    assert.deepEqual(answer, { backend: "wasm", gradient: [6, 8] });
  } finally {
    worker.terminate();
  }
});

Deno.test("a gradient penalty through a discriminator equals the CPU backend's", async () => {
  const inputs = [
    randomInput(1, [3, 8, 8, 1]),
    randomInput(2, [4, 4, 1, 6]),
    randomInput(3, [6]),
    randomInput(4, [3, 3, 6, 5]),
    randomInput(5, [5]),
    randomInput(6, [80, 1]),
    randomInput(7, [1]),
  ];
  await assertSameAsCpu("penalty", inputs, (images, ...weights) => {
    const critic = (x: tf.Tensor, w: tf.Tensor[]) => {
      const conv = (x: tf.Tensor, i: number, stride: number) =>
        biasActivation(
          tf.conv2d(x as tf.Tensor4D, w[i] as tf.Tensor4D, stride, "same"),
          w[i + 1] as tf.Tensor1D,
          "leaky_relu",
        );
      const features = conv(conv(x, 0, 2), 2, 1).reshape([3, 80]);
      const logits = tf.matMul(features, w[4] as tf.Tensor2D);
      return biasActivation(logits, w[5] as tf.Tensor1D, "linear");
    };
    const penalty = (...w: tf.Tensor[]) => {
      const slopes = tf.grad((x) => tf.sum(critic(x, w)))(images!);
      const loss = tf.mean(tf.softplus(critic(images!, w)));
      return tf.add(loss, tf.mean(tf.sum(tf.square(slopes), [1, 2, 3])));
    };
    return [penalty(...weights), ...tf.grads(penalty)(weights)];
  }, 1e-3);
});

Deno.test("a thousand training steps leak no tensor and no memory", async () => {
  await initBackend("wasm");
  const backend = tf.backend() as unknown as {
    wasm: { asm: { memory: WebAssembly.Memory } };
  };
  const variables = tf.tidy(() =>
    [[3, 3, 1, 8], [8], [8], [2, 10], [10]].map((shape) =>
      tf.variable(tf.randomNormal(shape, 0, 0.1, "float32", 7))
    )
  );
  const moments = tf.tidy(() =>
    variables.map((v) => [0, 1].map(() => tf.variable(tf.zerosLike(v))))
  );
  const x = tf.randomNormal<tf.Rank.R4>([4, 6, 6, 1], 0, 1, "float32", 1);
  const targets = tf.oneHot([1, 2, 3, 4], 10).toFloat() as tf.Tensor2D;
  const [filter, gamma, beta, weight, bias] = variables as [
    tf.Variable<tf.Rank.R4>,
    tf.Variable<tf.Rank.R1>,
    tf.Variable<tf.Rank.R1>,
    tf.Variable<tf.Rank.R2>,
    tf.Variable<tf.Rank.R1>,
  ];
  const loss = () => {
    const conv = tf.conv2d(x, filter, 1, "same");
    const { y } = batchNormActivation(conv, gamma, beta, "relu");
    const pooled = globalAveragePool(maxPool2(pixelShuffle(y, 2)));
    const products = tf.matMul(pooled, weight) as tf.Tensor2D;
    const logits = biasActivation(products, bias, "linear");
    return softmaxCrossEntropy(logits, targets);
  };
  const train = (step: number) => {
    const { value, grads } = tf.variableGrads(loss, variables);
    variables.forEach((variable, i) => {
      const [first, second] = moments[i]!;
      adamUpdate(variable, grads[variable.name]!, first!, second!, {
        learningRate: 0.01,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        step,
      });
    });
    const [number] = value.dataSync();
    tf.dispose([value, grads]);
    return number!;
  };
  const first = train(1);
  const before = tf.memory();
  const bytes = backend.wasm.asm.memory.buffer.byteLength;
  let last = first;
  for (let step = 2; step <= 1000; step++) last = train(step);
  assert.ok(last < 0.5 * first, `the loss went from ${first} to ${last}`);
  assert.equal(tf.memory().numTensors, before.numTensors);
  assert.equal(tf.memory().numBytes, before.numBytes);
  assert.equal(backend.wasm.asm.memory.buffer.byteLength, bytes);
  tf.dispose([variables, moments, x, targets]);
});
