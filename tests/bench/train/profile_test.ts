import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { profileKernels } from "../../../bench/train/profile.ts";

Deno.test("profileKernels() counts kernels and restores them", async () => {
  await tf.setBackend("cpu");
  const before = tf.getKernel("Square", "cpu")?.kernelFunc;
  const x = tf.tensor1d([1, 2]);
  const { kernels, milliseconds } = await profileKernels(() =>
    tf.tidy(() => tf.add(tf.square(x), tf.square(x)))
  );
  x.dispose();
  const calls = new Map(kernels.map(({ kernel, calls }) => [kernel, calls]));
  assert.equal(calls.get("Square"), 2);
  assert.equal(calls.get("Add"), 1);
  assert.ok(kernels.every(({ milliseconds }) => milliseconds >= 0));
  const inKernels = kernels.reduce((sum, k) => sum + k.milliseconds, 0);
  assert.ok(milliseconds > inKernels);
  assert.equal(tf.getKernel("Square", "cpu")?.kernelFunc, before);
});

Deno.test("profileKernels() counts the time of a kernel inside another once", async () => {
  await tf.setBackend("cpu");
  const register = (kernelName: string, kernelFunc: tf.KernelFunc) =>
    tf.registerKernel({ kernelName, backendName: "cpu", kernelFunc });
  const run = (kernel: string) => tf.engine().runKernel(kernel, {});
  register("TestInner", () => {
    const end = performance.now() + 5;
    while (performance.now() < end);
    return tf.scalar(1);
  });
  register("TestOuter", () => run("TestInner") as tf.Tensor);
  const { kernels, milliseconds } = await profileKernels(() =>
    tf.tidy(() => run("TestOuter"))
  );
  assert.equal(kernels[0]!.kernel, "TestInner");
  const inKernels = kernels.reduce((sum, k) => sum + k.milliseconds, 0);
  assert.ok(inKernels <= milliseconds, `${inKernels} of ${milliseconds} ms`);
  tf.unregisterKernel("TestInner", "cpu");
  tf.unregisterKernel("TestOuter", "cpu");
});
