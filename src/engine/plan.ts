/**
 * Compiles a quantized model to a plan: which kernel runs when, and where in
 * memory everything lies. All of it is settled here, once; a run allocates
 * nothing and decides nothing.
 *
 * This file moves no data and runs no kernel; engine.ts does.
 *
 * @module
 */

import { shapeSize } from "../network/description.ts";
import type { QuantizedModel } from "../network/quantized.ts";
import {
  type QuantizedLayer,
  quantizedLayers,
} from "../network/quantized_layers.ts";
import { Arena, type Content } from "./arena.ts";
import { encodeSteps, Kernel, type Step } from "./step.ts";
import {
  asImage,
  reserveInput,
  reserveShape,
  rowLength,
  type Values,
} from "./values.ts";
import { weightedSteps } from "./weighted_steps.ts";

/** Most images of one run. */
export const MAX_BATCH = 64;

/**
 * Images that go through the layers together: as many as a tile has pixels, so
 * that a dense layer loads its weights once for all. (Convolutions measure the
 * same at 1 and at 6: their pixels share the weights already.)
 */
const IMAGES_AT_ONCE = 6;

/** A compiled network. */
export interface Plan {
  /** Bytes of memory that it needs. */
  readonly bytes: number;
  /** What the memory holds before the first run. */
  readonly contents: readonly Content[];
  /** Address of the steps. */
  readonly steps: number;
  /** Number of steps. */
  readonly stepCount: number;
  /** How many images the memory between two layers holds. */
  readonly imagesAtOnce: number;
  /** Address of the caller's images, {@linkcode MAX_BATCH} of them. */
  readonly input: number;
  /** Values of one input. */
  readonly inputSize: number;
  /** Address of the results: float32 logits or pixel bytes. */
  readonly output: number;
  /** Values of one result. */
  readonly outputSize: number;
  /** What a result is. */
  readonly outputKind: "logits" | "pixels";
}

/**
 * Compiles a model.
 *
 * @throws {TypeError} if a layer is one that there is no kernel for, naming it.
 * @throws {RangeError} if a number is out of the range where kernels are exact.
 */
export function planOf(model: QuantizedModel): Plan {
  const layers = quantizedLayers(model);
  const last = layers.at(-1)!;
  const arena = new Arena();
  const inputSize = shapeSize(model.description.inputShape);
  const outputSize = shapeSize(last.outputShape);
  const input = arena.reserve(MAX_BATCH * inputSize);

  let values = reserveInput(arena, layers[0]!, IMAGES_AT_ONCE);
  const steps: Step[] = [inputStep(model, input, values)];
  layers.forEach((layer, index) => {
    const target = reserveTarget(arena, layer, layers[index + 1], values);
    steps.push(...layerSteps(model, arena, layer, values, target));
    values = target;
  });
  const outputBytes = outputSize * valueBytes(last);
  const output = arena.reserve(MAX_BATCH * outputBytes);
  steps.push({
    kind: Kernel.output,
    input: values.start,
    inputImage: values.image,
    output,
    outputImage: outputBytes,
  });
  return {
    steps: arena.place(encodeSteps(steps)),
    bytes: arena.size,
    contents: arena.contents,
    stepCount: steps.length,
    imagesAtOnce: IMAGES_AT_ONCE,
    input,
    inputSize,
    output,
    outputSize,
    outputKind: last.outputKind === "logits" ? "logits" : "pixels",
  };
}

function inputStep(
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

/** Where a layer's results go: to where the next layer reads. */
function reserveTarget(
  arena: Arena,
  layer: QuantizedLayer,
  next: QuantizedLayer | undefined,
  values: Values,
): Values {
  if (next?.layer.type === "conv2d") {
    return reserveInput(arena, next, IMAGES_AT_ONCE);
  }
  if (layer.layer.type === "reshape") {
    return { ...values, row: rowLength(layer.outputShape) };
  }
  const bytes = valueBytes(layer);
  return reserveShape(arena, layer.outputShape, IMAGES_AT_ONCE, bytes);
}

function valueBytes({ outputKind }: QuantizedLayer): number {
  return outputKind === "logits" ? Float32Array.BYTES_PER_ELEMENT : 1;
}

function layerSteps(
  model: QuantizedModel,
  arena: Arena,
  quantized: QuantizedLayer,
  values: Values,
  target: Values,
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
        IMAGES_AT_ONCE,
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
