/**
 * The networks' two poolings: the maximum of 2 x 2 pixels, and the mean over
 * all pixels.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { addressOf, type Device, makeTensor, withScratch } from "../wasm.ts";
import { hasKernel } from "./activation.ts";

const FORWARD = "InklingGlobalAveragePool";
const BACKWARD = "InklingGlobalAveragePoolGrad";

/**
 * Largest value of each 2 x 2 window, `[n, h, w, c]` to `[n, h / 2, w / 2, c]`
 * rounded down. Differentiable once.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { maxPool2 } from "./pooling.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const y = maxPool2(tf.tensor4d([1, 4, 3, 2], [1, 2, 2, 1]));
 * assert.deepEqual([...y.dataSync()], [4]);
 * ```
 */
export function maxPool2(x: tf.Tensor4D): tf.Tensor4D {
  return tf.maxPool(x, 2, 2, "valid");
}

/**
 * Mean over height and width, `[n, h, w, c]` to `[n, c]`. Differentiable any
 * number of times.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { globalAveragePool } from "./pooling.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const y = globalAveragePool(tf.tensor4d([1, 4, 3, 2], [1, 2, 2, 1]));
 * assert.deepEqual([...y.dataSync()], [2.5]);
 * ```
 */
export function globalAveragePool(x: tf.Tensor4D): tf.Tensor2D {
  if (!hasKernel(FORWARD)) return tf.mean(x, [1, 2]);
  return tf.engine().runKernel(FORWARD, { x }, { shape: x.shape });
}

/** Registers the kernels on the WASM backend, and their gradients. */
export function registerPooling(device: Device): void {
  tf.registerKernel({
    kernelName: FORWARD,
    backendName: "wasm",
    kernelFunc: ({ inputs }) => {
      const { x } = inputs as Record<string, tf.TensorInfo>;
      return mean(device, x!);
    },
  });
  tf.registerKernel({
    kernelName: BACKWARD,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { dy } = inputs as Record<string, tf.TensorInfo>;
      const { shape } = attrs as unknown as { shape: number[] };
      return spread(device, dy!, shape);
    },
  });
  // Mean and broadcast are each other's adjoints.
  tf.registerGradient({
    kernelName: FORWARD,
    gradFunc: (dy, _saved, attributes) => ({
      x: () =>
        tf.engine().runKernel(
          BACKWARD,
          { dy: dy as tf.Tensor },
          attributes,
        ) as tf.Tensor,
    }),
  });
  tf.registerGradient({
    kernelName: BACKWARD,
    gradFunc: (ddx) => ({
      dy: () => globalAveragePool(ddx as tf.Tensor4D),
    }),
  });
}

function mean(device: Device, x: tf.TensorInfo): tf.TensorInfo {
  const [batch, height, width, channels] = x.shape as [
    number,
    number,
    number,
    number,
  ];
  const y = makeTensor(device, [batch, channels]);
  const pixels = height * width;
  const from = addressOf(device, x);
  const to = addressOf(device, y);
  withScratch(device, 8 * channels, (scratch) => {
    for (let i = 0; i < batch; i++) {
      device.kernels.columnSums(
        ...[from + 4 * i * pixels * channels, pixels, channels, scratch],
        ...[to + 4 * i * channels, 1 / pixels],
      );
    }
  });
  return y;
}

function spread(
  device: Device,
  dy: tf.TensorInfo,
  shape: readonly number[],
): tf.TensorInfo {
  const [batch, height, width, channels] = shape as [
    number,
    number,
    number,
    number,
  ];
  const dx = makeTensor(device, shape);
  const pixels = height * width;
  device.kernels.repeatRows(
    ...[addressOf(device, dy), addressOf(device, dx)],
    ...[batch, channels, pixels, 1 / pixels],
  );
  return dx;
}
