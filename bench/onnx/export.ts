/**
 * Exports a quantized model as ONNX in QDQ form: float operators between pairs
 * of QuantizeLinear and DequantizeLinear, which runtimes convert to integer
 * operators.
 *
 * Images are `[batch, height, width, channels]` here and `[batch, channels,
 * height, width]` in ONNX; with one channel, inputs and outputs are the same
 * bytes either way. The engine clamps codes to 127 while ONNX's uint8 ends at
 * 255, hence the Clip before each QuantizeLinear.
 *
 * @module
 */

import { CODE_MAX } from "../../src/network/arithmetic.ts";
import type {
  Conv2dLayer,
  WeightedLayer,
} from "../../src/network/description.ts";
import {
  convOutputSide,
  convPaddingBefore,
  networkOutputShape,
} from "../../src/network/shapes.ts";
import { unpackWeights, weightGeometry } from "../../src/network/packing.ts";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import {
  type QuantizedLayer,
  quantizedLayers,
} from "../../src/network/quantized_layers.ts";
import { Graph } from "./graph.ts";

/** Options of {@linkcode toOnnx}. */
export interface OnnxOptions {
  /**
   * Whether to write codes too; otherwise the export is the float network that
   * the weights represent.
   *
   * @default {true}
   */
  readonly quantized?: boolean;
}

/**
 * Writes a model as ONNX. Input and output are float: pixels 0 to 1, the
 * generator's latent and one-hot digit before encoding, or logits. A generator's
 * pixels are the sigmoid's, without the tones and the layout of served digits.
 *
 * @returns The bytes of an ONNX file with one input `input` and one output
 *   `output`, both with a batch dimension of any size.
 * @throws {TypeError} as `quantizedLayers` does.
 */
export function toOnnx(
  model: QuantizedModel,
  options: OnnxOptions = {},
): Uint8Array {
  const { description, input } = model;
  const { quantized = true } = options;
  const graph = new Graph();
  const round = quantized ? addCodes : (_graph: Graph, value: string) => value;
  let value = round(graph, "input", input.scale, input.zeroPoint);
  for (const layer of quantizedLayers(model)) {
    value = addLayer(graph, model, layer, value, round);
  }
  return graph.encode(
    description.name,
    [-1, ...channelsFirst(description.inputShape)],
    value,
    [-1, ...channelsFirst(networkOutputShape(description))],
  );
}

/** Adds the nodes that round real values to those that codes can represent. */
type Round = typeof addCodes;

function addLayer(
  graph: Graph,
  model: QuantizedModel,
  quantizedLayer: QuantizedLayer,
  value: string,
  round: Round,
): string {
  const { layer, inputShape, outputShape, outputScale } = quantizedLayer;
  switch (layer.type) {
    case "dense":
    case "conv2d":
      return addWeighted(
        graph,
        model,
        { ...quantizedLayer, layer },
        value,
        round,
      );
    case "max_pool": {
      const side = [layer.size, layer.size];
      return graph.node("MaxPool", [value], {
        kernel_shape: side,
        strides: side,
      });
    }
    case "global_average_pool": {
      const mean = graph.node("GlobalAveragePool", [value]);
      const flat = graph.node("Flatten", [mean]);
      return round(graph, flat, outputScale, 0);
    }
    case "pixel_shuffle":
      return graph.node("DepthToSpace", [value], {
        blocksize: layer.factor,
        mode: "DCR",
      });
    case "reshape":
      return reshaped(graph, value, inputShape, outputShape);
  }
}

/** Clamps real values to the range of codes and rounds them to it. */
function addCodes(
  graph: Graph,
  value: string,
  scale: number,
  zeroPoint: number,
): string {
  const number = (value: number) =>
    graph.constant(Float32Array.of(Math.fround(value)), []);
  const held = graph.node("Clip", [
    value,
    number(-zeroPoint * scale),
    number((CODE_MAX - zeroPoint) * scale),
  ]);
  const parameters = [
    number(scale),
    graph.constant(Uint8Array.of(zeroPoint), []),
  ];
  const codes = graph.node("QuantizeLinear", [held, ...parameters]);
  return graph.node("DequantizeLinear", [codes, ...parameters]);
}

function addWeighted(
  graph: Graph,
  model: QuantizedModel,
  quantizedLayer: QuantizedLayer<WeightedLayer>,
  value: string,
  round: Round,
): string {
  const { layer, outputKind, outputScale } = quantizedLayer;
  const { weight, bias } = constants(graph, model, quantizedLayer);
  const sums = layer.type === "dense"
    ? graph.node("Gemm", [value, weight, bias], { transB: 1 })
    : graph.node("Conv", [value, weight, bias], {
      kernel_shape: [layer.kernelSize, layer.kernelSize],
      strides: [layer.stride, layer.stride],
      pads: padsOf(layer, quantizedLayer.inputShape),
    });
  if (outputKind === "logits") return sums;
  if (outputKind === "pixels") return graph.node("Sigmoid", [sums]);
  const active = graph.node("Relu", [sums]);
  return round(graph, active, outputScale, 0);
}

/** Weights `[outputs, inputs]` or `[outputs, channels, height, width]`, and biases. */
function constants(
  graph: Graph,
  model: QuantizedModel,
  quantizedLayer: QuantizedLayer<WeightedLayer>,
): { weight: string; bias: string } {
  const { layer, inputShape, inputScale, inputZeroPoint } = quantizedLayer;
  const { weight, weightScale, bias } = model.weights.get(layer.name)!;
  const codes = unpackWeights(weight, weightGeometry(quantizedLayer));
  const outputs = bias.length;
  // Inkling folds the input's zero point into the bias.
  const realBias = bias.slice();
  codes.forEach((code, i) => realBias[i % outputs]! += code * inputZeroPoint);
  const side = layer.type === "dense" ? 1 : layer.kernelSize;
  const channels = inputShape.at(-1)!;
  const turned = new Int8Array(codes.length);
  codes.forEach((code, i) => {
    const output = i % outputs;
    const channel = Math.floor(i / outputs) % channels;
    const tap = Math.floor(i / (outputs * channels));
    turned[(output * channels + channel) * side * side + tap] = code;
  });
  const shape = layer.type === "dense"
    ? [outputs, channels]
    : [outputs, channels, side, side];
  const scales = graph.constant(weightScale, [outputs]);
  const biasScales = weightScale.map((scale) => scale * inputScale);
  return {
    weight: graph.node("DequantizeLinear", [
      graph.constant(turned, shape),
      scales,
      graph.constant(new Int8Array(outputs), [outputs]),
    ], { axis: 0 }),
    bias: graph.node("DequantizeLinear", [
      graph.constant(realBias, [outputs]),
      graph.constant(biasScales, [outputs]),
      graph.constant(new Int32Array(outputs), [outputs]),
    ], { axis: 0 }),
  };
}

/** ONNX's order: top, left, bottom, right. */
function padsOf(layer: Conv2dLayer, inputShape: readonly number[]): number[] {
  const sides = [inputShape[0]!, inputShape[1]!];
  const before = sides.map((side) => convPaddingBefore(layer, side));
  const after = sides.map((side, axis) => {
    const reach = (convOutputSide(layer, side) - 1) * layer.stride +
      layer.kernelSize;
    return Math.max(0, reach - side - before[axis]!);
  });
  return [...before, ...after];
}

/**
 * Reshaping counts values in Inkling's order, so images are transposed before
 * and after.
 */
function reshaped(
  graph: Graph,
  value: string,
  inputShape: readonly number[],
  outputShape: readonly number[],
): string {
  const ours = inputShape.length === 3
    ? graph.node("Transpose", [value], { perm: [0, 2, 3, 1] })
    : value;
  const shape = BigInt64Array.from([-1, ...outputShape].map(BigInt));
  const flat = graph.node("Reshape", [
    ours,
    graph.constant(shape, [shape.length]),
  ]);
  return outputShape.length === 3
    ? graph.node("Transpose", [flat], { perm: [0, 3, 1, 2] })
    : flat;
}

function channelsFirst(shape: readonly number[]): readonly number[] {
  const [height, width, channels] = shape;
  return shape.length === 3 ? [channels!, height!, width!] : shape;
}
