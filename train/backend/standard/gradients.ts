/**
 * Gradients that TensorFlow.js does not register on any backend. With them,
 * gradients of gradients can pass through a convolution.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";

/**
 * Registers the gradient of `Conv2DBackpropFilter`, which is linear in both
 * inputs: with respect to x it is an input gradient, with respect to dy a
 * forward convolution. (`Conv2DBackpropInput` already has one.)
 */
export function registerSecondOrderGradients(): void {
  if (tf.getGradient("Conv2DBackpropFilter") !== undefined) return;
  tf.registerGradient({
    kernelName: "Conv2DBackpropFilter",
    inputsToSave: ["x", "dy"],
    gradFunc: (ddw, saved, attributes) => {
      const [x, dy] = saved as [tf.Tensor4D, tf.Tensor4D];
      const filter = ddw as tf.Tensor4D;
      const { strides, pad, dataFormat, dimRoundingMode } = attributes;
      const shared = { strides, pad, dataFormat, dimRoundingMode };
      const run = (kernel: string, inputs: tf.NamedTensorMap, more: object) =>
        tf.engine().runKernel(
          kernel,
          inputs,
          { ...shared, ...more } as tf.NamedAttrMap,
        ) as tf.Tensor;
      return {
        x: () =>
          run("Conv2DBackpropInput", { dy, filter }, { inputShape: x.shape }),
        dy: () => run("Conv2D", { x, filter }, { dilations: 1 }),
      };
    },
  });
}
