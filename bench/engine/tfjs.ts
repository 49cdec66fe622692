/**
 * TensorFlow.js on its WASM backend as published, in float32.
 *
 * @module
 */

import * as tf from "@tensorflow/tfjs";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import type { Layer } from "../../src/network/description.ts";
import { dequantizedModel } from "../../train/quantize/dequantize.ts";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import type { Contender, Run } from "./contender.ts";

const CORE = import.meta.resolve("@tensorflow/tfjs");
const BACKEND = import.meta.resolve("@tensorflow/tfjs-backend-wasm");

/** The network in float32. */
export const float: Contender = {
  load,
  code: [
    new URL("tf.min.js", CORE),
    new URL("tf-backend-wasm.min.js", BACKEND),
    new URL("tfjs-backend-wasm-simd.wasm", BACKEND),
  ],
  modelBytes(model) {
    let bytes = 0;
    for (const { byteLength } of dequantizedModel(model).tensors.values()) {
      bytes += byteLength;
    }
    return bytes;
  },
};

/**
 * Loads the network's weights and runs it op by op, fused where TensorFlow.js
 * has a fused op.
 */
async function load(model: QuantizedModel): Promise<Run> {
  setWasmPaths(decodeURIComponent(new URL("./", BACKEND).pathname));
  await tf.setBackend("wasm");
  await tf.ready();
  const { description, tensors } = dequantizedModel(model);
  const channels = [description.inputShape[2]!];
  const layers = description.layers.map((layer) => {
    const outputs = layer.type === "dense"
      ? layer.units
      : layer.type === "conv2d"
      ? layer.filters
      : channels.at(-1)!;
    const inputs = channels.at(-1)!;
    channels.push(layer.type === "reshape" ? layer.shape[0]! : outputs);
    return layerOf(layer, inputs, outputs, tensors);
  });
  return (images, count) =>
    tf.tidy(() => {
      const input = tf.tensor(images, [count, 28, 28, 1], "float32");
      const scaled = tf.mul(input, 1 / 255);
      const output = layers.reduce((value, layer) => layer(value), scaled);
      return output.dataSync<"float32">();
    });
}

function layerOf(
  layer: Layer,
  inputs: number,
  outputs: number,
  tensors: ReadonlyMap<string, Float32Array>,
): (value: tf.Tensor) => tf.Tensor {
  switch (layer.type) {
    case "conv2d": {
      const side = layer.kernelSize;
      const filter = tf.tensor4d(tensors.get(`${layer.name}.weight`)!, [
        side,
        side,
        inputs,
        outputs,
      ]);
      const bias = tf.tensor1d(tensors.get(`${layer.name}.bias`)!);
      return (value) =>
        tf.fused.conv2d({
          x: value as tf.Tensor4D,
          filter,
          strides: layer.stride,
          pad: layer.padding,
          bias,
          activation: layer.activation === "relu" ? "relu" : "linear",
        });
    }
    case "dense": {
      const weight = tf.tensor2d(tensors.get(`${layer.name}.weight`)!, [
        inputs,
        outputs,
      ]);
      const bias = tf.tensor1d(tensors.get(`${layer.name}.bias`)!);
      return (value) =>
        tf.fused.matMul({
          a: value as tf.Tensor2D,
          b: weight,
          bias,
          activation: layer.activation === "relu" ? "relu" : "linear",
        });
    }
    case "max_pool":
      return (value) =>
        tf.maxPool(value as tf.Tensor4D, layer.size, layer.size, "valid");
    case "global_average_pool":
      return (value) => tf.mean(value, [1, 2]);
    case "reshape":
      return (value) => tf.reshape(value, [-1, ...layer.shape]);
    case "pixel_shuffle":
      throw new TypeError(
        `layer "${layer.name}": not supported by the benchmark`,
      );
  }
}
