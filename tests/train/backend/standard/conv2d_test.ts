import * as tf from "@tensorflow/tfjs";
import { assertSameAsCpu, randomInput } from "../compare.ts";

/** batch, height, width, inputs, outputs, kernel, stride, padding. */
type Case = [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  "same" | "valid" | number | tf.backend_util.ExplicitPadding,
];

const CASES: Case[] = [
  [1, 1, 1, 1, 1, 1, 1, "same"],
  [1, 5, 7, 1, 1, 3, 1, "same"],
  [2, 7, 7, 3, 5, 3, 1, "same"],
  [3, 7, 5, 8, 8, 3, 1, "valid"],
  [5, 3, 3, 17, 20, 3, 1, "same"],
  [2, 17, 17, 1, 16, 3, 1, "same"],
  [2, 14, 14, 16, 1, 3, 1, "same"],
  [4, 9, 11, 2, 10, 3, 2, "same"],
  [2, 8, 8, 4, 9, 3, 2, "same"],
  [2, 28, 28, 1, 7, 4, 2, "same"],
  [1, 17, 13, 5, 12, 4, 2, "same"],
  [2, 11, 10, 6, 3, 4, 2, "valid"],
  [2, 9, 9, 3, 8, 5, 1, "same"],
  [2, 9, 7, 7, 6, 5, 2, "same"],
  [1, 12, 12, 2, 4, 7, 1, "valid"],
  [1, 13, 13, 2, 4, 7, 2, "same"],
  [3, 5, 5, 12, 19, 1, 1, "same"],
  [2, 9, 10, 5, 1, 3, 2, "same"],
  [3, 5, 6, 5, 4, 1, 2, "valid"],
  [2, 6, 6, 3, 3, 2, 1, "same"],
  [2, 7, 7, 3, 3, 2, 2, "valid"],
  [2, 7, 8, 3, 4, 3, 1, 2],
  [2, 7, 8, 3, 4, 3, 2, [[0, 0], [1, 0], [0, 2], [0, 0]]],
  [21, 7, 7, 40, 3, 3, 1, "same"],
  // From and to one channel.
  [3, 9, 11, 1, 8, 5, 1, "same"],
  [2, 9, 7, 1, 16, 4, 1, "same"],
  [2, 11, 13, 1, 24, 3, 2, "same"],
  [3, 14, 12, 1, 8, 4, 2, "same"],
  [2, 7, 8, 1, 8, 5, 1, [[0, 0], [0, 2], [3, 1], [0, 0]]],
  [2, 9, 11, 8, 1, 5, 1, "same"],
  [2, 10, 11, 8, 1, 5, 1, "valid"],
  [1, 12, 13, 4, 1, 5, 1, 1],
  [2, 9, 8, 8, 1, 5, 1, [[0, 0], [0, 3], [5, 1], [0, 0]]],
  [1, 40, 40, 16, 1, 5, 1, "same"],
  [2, 2, 4, 4, 1, 5, 1, "same"],
  [1, 3, 5, 8, 1, 5, 1, "same"],
  [3, 9, 10, 1, 16, 4, 2, "same"],
  [2, 9, 7, 1, 8, 3, 2, "same"],
  // Several images, and parts of one, to a block of the filter gradient.
  [5, 14, 14, 4, 64, 4, 2, "same"],
  [2, 30, 22, 3, 24, 4, 2, "same"],
  // By Winograd.
  [1, 4, 4, 8, 8, 3, 1, "same"],
  [3, 7, 7, 8, 16, 3, 1, "same"],
  [2, 14, 11, 16, 8, 3, 1, "same"],
  [2, 10, 6, 8, 8, 3, 1, "valid"],
  [2, 6, 10, 8, 8, 3, 1, 2],
  [2, 7, 7, 8, 8, 3, 1, [[0, 0], [0, 2], [2, 1], [0, 0]]],
  [1, 28, 28, 24, 8, 3, 1, "same"],
  [23, 7, 7, 40, 8, 3, 1, "same"],
];

for (const [batch, height, width, ic, oc, kernel, stride, pad] of CASES) {
  const name =
    `${batch}x${height}x${width}x${ic} to ${oc}, kernel ${kernel}, ` +
    `stride ${stride}, ${JSON.stringify(pad)}`;
  Deno.test(`conv2d() and its gradients equal the CPU backend's: ${name}`, async () => {
    const inputs = [
      randomInput(1, [batch, height, width, ic]),
      randomInput(2, [kernel, kernel, ic, oc]),
    ];
    await assertSameAsCpu(name, inputs, (x, filter) => {
      const convolve = (x: tf.Tensor, filter: tf.Tensor) =>
        tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, stride, pad);
      const y = convolve(x!, filter!);
      // A gradient that differs between pixels.
      const dy = tf.sin(tf.range(0, y.size)).reshape(y.shape);
      const [dx, dw] = tf.grads(convolve)([x!, filter!], dy);
      return [y, dx!, dw!];
    });
  });
}

Deno.test("conv2d() falls through to the original kernel for dilation", async () => {
  const inputs = [randomInput(1, [1, 9, 9, 2]), randomInput(2, [3, 3, 2, 3])];
  await assertSameAsCpu("dilated", inputs, (x, filter) => [
    tf.conv2d(x as tf.Tensor4D, filter as tf.Tensor4D, 1, "same", "NHWC", 2),
  ]);
});

Deno.test("conv2d() is twice differentiable in both inputs", async () => {
  for (const [stride, kernel] of [[1, 3], [2, 4]] as const) {
    const inputs = [
      randomInput(1, [2, 6, 6, 3]),
      randomInput(2, [kernel, kernel, 3, 5]),
    ];
    await assertSameAsCpu(`stride ${stride}`, inputs, (x, filter) => {
      const energy = (x: tf.Tensor, filter: tf.Tensor) => {
        const y = tf.conv2d(
          x as tf.Tensor4D,
          filter as tf.Tensor4D,
          stride,
          "same",
        );
        return tf.sum(tf.mul(tf.square(y), y)) as tf.Scalar;
      };
      const penalty = (x: tf.Tensor, filter: tf.Tensor) => {
        const [dx, dw] = tf.grads(energy)([x, filter]);
        return tf.add(tf.sum(tf.square(dx!)), tf.sum(tf.square(dw!)));
      };
      return tf.grads(penalty)([x!, filter!]);
    }, 1e-3);
  }
});
