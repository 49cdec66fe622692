/**
 * TensorFlow.js's WASM backend as published, plus the one kernel without which
 * it trains no convolution: a straightforward filter gradient. For comparison
 * only.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";

/** Starts the backend and registers the plain filter gradient. */
export async function initStockBackend(): Promise<void> {
  const entry = import.meta.resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(new URL("./", entry).pathname);
  if (!(await tf.setBackend("wasm"))) {
    throw new Error("the wasm backend of TensorFlow.js did not start");
  }
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as Record<string, tf.TensorInfo>;
      const { filterShape } = attrs as unknown as { filterShape: Shape4 };
      return plainFilterGradient(
        x as tf.Tensor4D,
        dy as tf.Tensor4D,
        filterShape,
      );
    },
  });
}

type Shape4 = [number, number, number, number];

/** One product of matrices for each of the kernel's pixels; stride 1, `same`. */
function plainFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filterShape: Shape4,
): tf.Tensor4D {
  const [kernelHeight, kernelWidth, inputs, outputs] = filterShape;
  const [batch, height, width] = dy.shape;
  return tf.tidy(() => {
    const before = (kernel: number) => (kernel - 1) >> 1;
    const [top, left] = [before(kernelHeight), before(kernelWidth)];
    const padded = tf.pad(x, [
      [0, 0],
      [top, kernelHeight - 1 - top],
      [left, kernelWidth - 1 - left],
      [0, 0],
    ]);
    const gradients = tf.reshape(dy, [-1, outputs]);
    const pixels: tf.Tensor[] = [];
    for (let y = 0; y < kernelHeight; y++) {
      for (let x = 0; x < kernelWidth; x++) {
        const shifted = tf.slice(
          padded,
          [0, y, x, 0],
          [batch, height, width, inputs],
        );
        const rows = tf.reshape(shifted, [-1, inputs]);
        pixels.push(tf.matMul(rows, gradients, true, false));
      }
    }
    return tf.reshape(tf.stack(pixels), filterShape);
  });
}
