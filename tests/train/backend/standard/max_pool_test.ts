import * as tf from "@tensorflow/tfjs";
import { assertSameAsCpu, type Input, randomInput } from "../compare.ts";

/** Small whole numbers, so that windows hold equal values. */
function rounded({ shape, values }: Input): Input {
  return {
    shape,
    values: values.map((value) => Math.max(0, Math.round(value))),
  };
}

function poolAndGradient(size: number, stride: number, pad: "same" | "valid") {
  return (x: tf.Tensor | undefined) => {
    const pool = (x: tf.Tensor) =>
      tf.maxPool(x as tf.Tensor4D, size, stride, pad);
    const y = pool(x!);
    const dy = tf.add(tf.range(0, y.size), 1).reshape(y.shape);
    return [y, tf.grad(pool)(x!, dy)];
  };
}

Deno.test("maxPool() over 2x2 windows and its gradient equal the CPU backend's", async () => {
  const shapes = [[1, 2, 2, 1], [2, 7, 5, 3], [3, 6, 8, 8], [1, 28, 28, 17]];
  for (const shape of shapes) {
    for (
      const input of [randomInput(1, shape), rounded(randomInput(2, shape))]
    ) {
      await assertSameAsCpu(
        `${shape}`,
        [input],
        poolAndGradient(2, 2, "valid"),
      );
    }
  }
});

Deno.test("maxPool() falls through to the original kernels for other windows", async () => {
  const input = randomInput(1, [2, 7, 7, 3]);
  await assertSameAsCpu("3x3", [input], poolAndGradient(3, 2, "valid"));
  await assertSameAsCpu("same", [input], (x) => [
    tf.maxPool(x as tf.Tensor4D, 2, 2, "same"),
  ]);
});
