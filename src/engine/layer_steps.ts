/**
 * The steps of each type of layer. weighted_steps.ts has those of the layers
 * that multiply.
 *
 * @module
 */

import type { QuantizedModel } from "../network/quantized_model.ts";
import type { QuantizedLayer } from "../network/quantized_layers.ts";
import { shapeSize } from "../network/shapes.ts";
import type { Arena } from "./arena.ts";
import { Kernel, type Step } from "./step.ts";
import { asImage, rowLength, type Values } from "./values.ts";
import { type Extent, weightedSteps } from "./weighted_steps.ts";

/**
 * The first step: it encodes the caller's images as codes.
 *
 * @param input Address of the images.
 * @param values Where their codes go.
 */
export function inputStep(
  { description, input: { encoding } }: QuantizedModel,
  input: number,
  { inner, image, row }: Values,
): Step {
  return {
    kind: encoding === "pixels" ? Kernel.inputPixels : Kernel.inputCodes,
    input,
    inputImage: shapeSize(description.inputShape),
    output: inner,
    outputImage: image,
    outputRow: row,
    ...asImage(description.inputShape),
  };
}

/**
 * The steps of a layer; none for a reshape that leaves all values in place.
 *
 * @param values The layer's input.
 * @param target The layer's output.
 * @param extent The part of the output to compute.
 */
export function layerSteps(
  model: QuantizedModel,
  arena: Arena,
  quantized: QuantizedLayer,
  values: Values,
  target: Values,
  extent: Extent,
): Step[] {
  const { layer, inputShape, outputShape, multipliers } = quantized;
  const move = {
    input: values.inner,
    inputImage: values.image,
    inputRow: values.row,
    output: target.inner,
    outputImage: target.image,
    outputRow: target.row,
  };
  switch (layer.type) {
    case "dense":
    case "conv2d":
      return weightedSteps(
        model,
        arena,
        { ...quantized, layer },
        values,
        target,
        extent,
      );
    case "max_pool":
      return [{
        kind: Kernel.maxPool,
        ...move,
        ...asImage(outputShape),
        size: layer.size,
      }];
    case "global_average_pool":
      return [{
        kind: Kernel.averagePool,
        ...move,
        ...asImage(inputShape),
        multipliers: arena.place(multipliers),
      }];
    case "pixel_shuffle":
      return [{
        kind: Kernel.pixelShuffle,
        ...move,
        ...asImage(inputShape),
        channels: outputShape[2]!,
        size: layer.factor,
      }];
    case "reshape":
      return target === values ? [] : [{
        kind: Kernel.copyRows,
        ...move,
        ...asImage(outputShape),
        inputRow: rowLength(outputShape),
      }];
  }
}
