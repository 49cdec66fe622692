import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import {
  adamUpdate,
  emaUpdate,
  initBackend,
} from "../../../../train/backend/mod.ts";
import { assertSameAsCpu, randomInput } from "../compare.ts";

const SIZES = [1, 3, 4, 17, 100];

Deno.test("adamUpdate() equals the CPU backend's over several steps", async () => {
  for (const size of SIZES) {
    const inputs = [randomInput(1, [size]), randomInput(2, [size])];
    await assertSameAsCpu(`${size}`, inputs, (start, gradient) => {
      const parameter = tf.variable(start!.clone().add(0));
      const first = tf.variable(tf.zeros([size]));
      const second = tf.variable(tf.zeros([size]));
      for (let step = 1; step <= 3; step++) {
        adamUpdate(parameter, tf.mul(gradient!, step), first, second, {
          learningRate: 0.01,
          beta1: 0.9,
          beta2: 0.99,
          epsilon: 1e-6,
          step,
          weightDecay: 0.1,
        });
      }
      const results = [parameter, first, second].map((v) => tf.mul(v, 1));
      tf.dispose([parameter, first, second]);
      return results;
    });
  }
});

Deno.test("adamUpdate() matches TensorFlow.js's own Adam", async () => {
  await initBackend("wasm");
  const before = tf.memory().numTensors;
  const gradient = tf.tensor1d([1, -2, 3, 0.5, -0.1]);
  const [ours, theirs, first, second] = [5, 5, 0, 0].map((value) =>
    tf.tidy(() => tf.variable(tf.fill([5], value)))
  ) as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
  const optimizer = tf.train.adam(0.01, 0.9, 0.999, 1e-8);
  for (let step = 1; step <= 3; step++) {
    const options = { learningRate: 0.01, beta1: 0.9, beta2: 0.999 };
    adamUpdate(ours, gradient, first, second, {
      ...options,
      epsilon: 1e-8,
      step,
    });
    optimizer.applyGradients([{ name: theirs.name, tensor: gradient }]);
  }
  const expected = theirs.dataSync();
  ours.dataSync().forEach((value, i) =>
    assert.ok(Math.abs(value - expected[i]!) < 1e-5, `${value}, ${expected[i]}`)
  );
  tf.dispose([gradient, ours, theirs, first, second]);
  optimizer.dispose();
  assert.equal(tf.memory().numTensors, before);
});

Deno.test("emaUpdate() equals the CPU backend's", async () => {
  for (const size of SIZES) {
    const inputs = [randomInput(1, [size]), randomInput(2, [size])];
    await assertSameAsCpu(`${size}`, inputs, (start, value) => {
      const average = tf.variable(tf.mul(start!, 1));
      emaUpdate(average, value!, 0.9);
      const result = tf.mul(average, 1);
      average.dispose();
      return [result];
    });
  }
});

Deno.test("adamUpdate() and emaUpdate() do not change tensors that share memory", async () => {
  for (const backend of ["wasm", "cpu"] as const) {
    await initBackend(backend);
    tf.tidy(() => {
      const start = tf.tensor1d([1, 2]);
      const gradient = tf.ones([2]);
      const parameter = tf.variable(start);
      const [first, second] = [
        tf.variable(tf.zeros([2])),
        tf.variable(tf.zeros([2])),
      ];
      const options = { learningRate: 1, beta1: 0, beta2: 0, epsilon: 0 };
      for (let step = 1; step <= 2; step++) {
        const before = parameter.clone();
        const row = parameter.reshape([1, 2]);
        const values = [...before.dataSync()];
        adamUpdate(parameter, gradient, first, second, { ...options, step });
        assert.deepEqual([...before.dataSync()], values);
        emaUpdate(parameter, gradient, 0.5);
        assert.deepEqual([...row.dataSync()], values);
        assert.notDeepEqual([...parameter.dataSync()], values);
      }
      assert.deepEqual([...start.dataSync()], [1, 2]);
      tf.dispose([parameter, first, second]);
    });
  }
});

Deno.test("adamUpdate() and emaUpdate() refuse wrong shapes and step 0", async () => {
  await initBackend("wasm");
  const [two, three] = [tf.variable(tf.zeros([2])), tf.variable(tf.zeros([3]))];
  const options = {
    learningRate: 1,
    beta1: 0,
    beta2: 0.9,
    epsilon: 1,
    step: 1,
  };
  const adam = (
    gradient: tf.Variable,
    first: tf.Variable,
    second: tf.Variable,
    step = 1,
  ) => adamUpdate(two, gradient, first, second, { ...options, step });
  const shape = (name: string) => ({
    name: "TypeError",
    message: `${name} has the variable's shape [2], found [3]`,
  });
  assert.throws(() => adam(three, two, two), shape("the gradient"));
  assert.throws(() => adam(two, three, two), shape("the first moment"));
  assert.throws(() => adam(two, two, three), shape("the second moment"));
  assert.throws(() => emaUpdate(two, three, 0.5), shape("the value"));
  assert.throws(() => adam(two, two, two, 0), {
    name: "RangeError",
    message: "steps are counted from 1, found 0",
  });
  tf.dispose([two, three]);
});
