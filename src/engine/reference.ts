/**
 * A slow, obvious version of the engine: the same network in plain TypeScript,
 * one number at a time. Tests compare the kernels with it bit for bit, and the
 * exporter takes a model's self-test vector from it.
 *
 * It is never used for serving and not meant to be fast.
 *
 * @module
 */

import {
  pixelCode,
  requantize,
  scaleAccumulator,
  sigmoidIndex,
} from "../network/arithmetic.ts";
import type {
  Conv2dLayer,
  GlobalAveragePoolLayer,
  MaxPoolLayer,
  PixelShuffleLayer,
  WeightedLayer,
} from "../network/description.ts";
import { convPaddingBefore, shapeSize } from "../network/shapes.ts";
import { unpackWeights, weightGeometry } from "../network/packing.ts";
import type { QuantizedModel } from "../network/quantized.ts";
import {
  type QuantizedLayer,
  quantizedLayers,
} from "../network/quantized_layers.ts";

/**
 * Runs a model on one input.
 *
 * @param input Pixel bytes or codes, depending on the model's input encoding;
 *   as many as its input shape has values.
 * @param onLayer Called after each layer with its name and values.
 * @returns Logits as float32, or pixel bytes.
 * @throws {RangeError} if the input has the wrong length.
 * @throws {TypeError} as `quantizedLayers` does.
 */
export function runReference(
  model: QuantizedModel,
  input: Uint8Array,
  onLayer?: (name: string, values: readonly number[]) => void,
): Float32Array | Uint8Array {
  const wanted = shapeSize(model.description.inputShape);
  if (input.length !== wanted) {
    throw new RangeError(
      `expected ${wanted} input values, found ${input.length}`,
    );
  }
  let values: number[] = Array.from(
    input,
    model.input.encoding === "pixels"
      ? pixelCode
      : (byte) => Math.min(byte, 127),
  );
  const layers = quantizedLayers(model);
  for (const layer of layers) {
    values = runLayer(model, layer, values);
    onLayer?.(layer.layer.name, values);
  }
  return layers.at(-1)?.outputKind === "logits"
    ? Float32Array.from(values)
    : Uint8Array.from(values);
}

function runLayer(
  model: QuantizedModel,
  quantized: QuantizedLayer,
  values: number[],
): number[] {
  const { layer } = quantized;
  switch (layer.type) {
    case "dense":
    case "conv2d":
      return weighted(model, { ...quantized, layer }, values);
    case "max_pool":
      return maxPool({ ...quantized, layer }, values);
    case "global_average_pool":
      return globalAveragePool({ ...quantized, layer }, values);
    case "pixel_shuffle":
      return pixelShuffle({ ...quantized, layer }, values);
    case "reshape":
      return values;
  }
}

function weighted(
  model: QuantizedModel,
  quantized: QuantizedLayer<WeightedLayer>,
  values: number[],
): number[] {
  const { layer, outputShape, multipliers } = quantized;
  const { weight, bias } = model.weights.get(layer.name)!;
  const geometry = weightGeometry(quantized);
  const weights = unpackWeights(weight, geometry);
  const { outputs } = geometry;
  const windows = layer.type === "dense"
    ? [values]
    : convWindows({ ...quantized, layer }, values);
  const result = new Array<number>(shapeSize(outputShape));
  windows.forEach((window, pixel) => {
    for (let output = 0; output < outputs; output++) {
      let sum = bias[output]!;
      for (let i = 0; i < window.length; i++) {
        sum += window[i]! * weights[i * outputs + output]!;
      }
      result[pixel * outputs + output] = activate(
        model,
        layer,
        sum,
        multipliers[output]!,
      );
    }
  });
  return result;
}

function activate(
  model: QuantizedModel,
  { activation }: WeightedLayer,
  sum: number,
  multiplier: number,
): number {
  if (activation === "relu") return requantize(sum, multiplier);
  if (activation === "linear") return scaleAccumulator(sum, multiplier);
  return model.sigmoidTable![sigmoidIndex(sum, multiplier)]!;
}

/** For each output pixel, the `[kernel, kernel, channels]` inputs under it. */
function convWindows(
  { layer, inputShape, outputShape, inputZeroPoint }: QuantizedLayer<
    Conv2dLayer
  >,
  values: number[],
): number[][] {
  const [height, width, channels] = inputShape as [number, number, number];
  const [outputHeight, outputWidth] = outputShape as [number, number, number];
  const top = convPaddingBefore(layer, height);
  const left = convPaddingBefore(layer, width);
  const windows: number[][] = [];
  for (let y = 0; y < outputHeight; y++) {
    for (let x = 0; x < outputWidth; x++) {
      const window: number[] = [];
      for (let ky = 0; ky < layer.kernelSize; ky++) {
        for (let kx = 0; kx < layer.kernelSize; kx++) {
          const row = y * layer.stride + ky - top;
          const column = x * layer.stride + kx - left;
          const inside = row >= 0 && row < height && column >= 0 &&
            column < width;
          for (let channel = 0; channel < channels; channel++) {
            const at = (row * width + column) * channels + channel;
            window.push(inside ? values[at]! : inputZeroPoint);
          }
        }
      }
      windows.push(window);
    }
  }
  return windows;
}

function maxPool(
  { layer, inputShape, outputShape }: QuantizedLayer<MaxPoolLayer>,
  values: number[],
): number[] {
  const width = inputShape[1]!;
  const [outputHeight, outputWidth, channels] = outputShape as [
    number,
    number,
    number,
  ];
  const result: number[] = [];
  for (let y = 0; y < outputHeight; y++) {
    for (let x = 0; x < outputWidth; x++) {
      for (let channel = 0; channel < channels; channel++) {
        let most = 0;
        for (let dy = 0; dy < layer.size; dy++) {
          for (let dx = 0; dx < layer.size; dx++) {
            const row = y * layer.size + dy;
            const column = x * layer.size + dx;
            const at = (row * width + column) * channels + channel;
            most = Math.max(most, values[at]!);
          }
        }
        result.push(most);
      }
    }
  }
  return result;
}

function globalAveragePool(
  { inputShape, multipliers }: QuantizedLayer<GlobalAveragePoolLayer>,
  values: number[],
): number[] {
  const channels = inputShape[2]!;
  const sums = new Array<number>(channels).fill(0);
  values.forEach((code, at) => sums[at % channels]! += code);
  return sums.map((sum) => requantize(sum, multipliers[0]!));
}

function pixelShuffle(
  { layer, inputShape, outputShape }: QuantizedLayer<PixelShuffleLayer>,
  values: number[],
): number[] {
  const { factor } = layer;
  const [, width, channels] = inputShape as [number, number, number];
  const [outputHeight, outputWidth, outputChannels] = outputShape as [
    number,
    number,
    number,
  ];
  const result: number[] = [];
  for (let y = 0; y < outputHeight; y++) {
    for (let x = 0; x < outputWidth; x++) {
      const pixel = Math.floor(y / factor) * width + Math.floor(x / factor);
      const block = (y % factor) * factor + x % factor;
      for (let channel = 0; channel < outputChannels; channel++) {
        result.push(
          values[pixel * channels + block * outputChannels + channel]!,
        );
      }
    }
  }
  return result;
}
