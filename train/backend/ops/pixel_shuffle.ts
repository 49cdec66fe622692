/**
 * Pixel shuffle (Shi et al. 2016, arXiv 1609.05158), the upsampling of the
 * generator: channels become space. It computes nothing and only moves
 * elements.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { addressOf, type Device, makeTensor } from "../wasm.ts";
import { hasKernel } from "./activation.ts";

const KERNEL = "InklingPixelShuffle";

/**
 * Rearranges `[n, h, w, c * factor^2]` to `[n, h * factor, w * factor, c]`, in
 * the channel order of TensorFlow's `depth_to_space`. Differentiable any number
 * of times.
 *
 * @param factor Factor by which height and width grow.
 * @throws {RangeError} if the channels are not a multiple of the factor
 *   squared.
 *
 * @example
 * ```ts
 * import * as tf from "@tensorflow/tfjs";
 * import { pixelShuffle } from "./pixel_shuffle.ts";
 * import assert from "node:assert/strict";
 *
 * await tf.setBackend("cpu");
 * const y = pixelShuffle(tf.tensor4d([1, 2, 3, 4], [1, 1, 1, 4]), 2);
 * assert.deepEqual(y.shape, [1, 2, 2, 1]);
 * ```
 */
export function pixelShuffle(x: tf.Tensor4D, factor: number): tf.Tensor4D {
  const [batch, height, width, all] = x.shape;
  const channels = all / (factor * factor);
  if (!Number.isInteger(channels)) {
    throw new RangeError(
      `pixel shuffle by ${factor} takes a multiple of ${factor * factor} ` +
        `channels, found ${all}`,
    );
  }
  if (hasKernel(KERNEL)) return run(x, factor, false);
  return tf.tidy(() => {
    const blocks = tf.reshape(
      x,
      [batch, height, width, factor, factor, channels],
    );
    return tf.reshape(
      tf.transpose(blocks, [0, 1, 3, 2, 4, 5]),
      [batch, height * factor, width * factor, channels],
    );
  });
}

function run(x: tf.Tensor, factor: number, inverse: boolean): tf.Tensor4D {
  return tf.engine().runKernel(KERNEL, { x }, { factor, inverse });
}

/** Registers the kernel on the WASM backend, and the gradient: the inverse. */
export function registerPixelShuffle(device: Device): void {
  tf.registerKernel({
    kernelName: KERNEL,
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { x } = inputs as Record<string, tf.TensorInfo>;
      const { factor, inverse } = attrs as unknown as {
        factor: number;
        inverse: boolean;
      };
      return shuffle(device, x!, factor, inverse);
    },
  });
  tf.registerGradient({
    kernelName: KERNEL,
    gradFunc: (dy, _saved, attributes) => {
      const { factor, inverse } = attributes as unknown as {
        factor: number;
        inverse: boolean;
      };
      return { x: () => run(dy as tf.Tensor, factor, !inverse) };
    },
  });
}

function shuffle(
  device: Device,
  x: tf.TensorInfo,
  factor: number,
  inverse: boolean,
): tf.TensorInfo {
  const [batch, height, width, all] = x.shape as [
    number,
    number,
    number,
    number,
  ];
  const block = factor * factor;
  const small = inverse
    ? [batch, height / factor, width / factor, all * block]
    : [batch, height, width, all];
  const large = inverse
    ? [batch, height, width, all]
    : [batch, height * factor, width * factor, all / block];
  const y = makeTensor(device, inverse ? small : large);
  const [from, to] = [addressOf(device, x), addressOf(device, y)];
  device.kernels.pixelShuffle(
    ...(inverse ? [to, from] : [from, to]),
    ...small.slice(0, 3),
    ...[large[3]!, factor, inverse ? 1 : 0],
  );
  return y;
}
