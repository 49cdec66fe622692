/**
 * Compiles a quantized model to a plan: which kernel runs when, and where
 * everything lies in memory. All of it is decided here, once; a run allocates
 * nothing and decides nothing.
 *
 * This file moves no data and runs no kernel; engine.ts does.
 *
 * @module
 */

import { shapeSize } from "../network/shapes.ts";
import type { QuantizedModel } from "../network/quantized.ts";
import {
  type QuantizedLayer,
  quantizedLayers,
} from "../network/quantized_layers.ts";
import { Arena, type Content } from "./arena.ts";
import { inputStep, layerSteps } from "./layer_steps.ts";
import { encodeSteps, Kernel, type Step } from "./step.ts";
import {
  asImage,
  reserveInput,
  reserveShape,
  rowLength,
  type Values,
} from "./values.ts";
import type { Extent } from "./weighted_steps.ts";

/** Maximum images per run. */
export const MAX_BATCH = 64;

/** How many images a plan is made for. */
export interface Capacity {
  /** Maximum images per run. */
  readonly most: number;
  /** Images that pass through a layer together. */
  readonly atOnce: number;
}

/** One image, for a server that reads one digit at a time. */
export const SINGLE: Capacity = { most: 1, atOnce: 1 };

/**
 * Many images. As many images pass through a layer together as a tile has
 * pixels, so no pixel is left over for any layer size.
 */
export const BATCH: Capacity = { most: MAX_BATCH, atOnce: 6 };

/** Where a layer's output lies after a run. */
export interface PlannedOutput {
  /** The layer, with its shapes and the meaning of its values. */
  readonly layer: QuantizedLayer;
  /** Address of the first image's first value. */
  readonly address: number;
  /** Bytes from one row to the next. */
  readonly row: number;
}

/** A compiled network. */
export interface Plan {
  /** Bytes of memory needed. */
  readonly bytes: number;
  /** Initial contents of the memory. */
  readonly contents: readonly Content[];
  /** Address of the steps. */
  readonly steps: number;
  /** Number of steps. */
  readonly stepCount: number;
  /** How many images the plan is made for. */
  readonly capacity: Capacity;
  /** Address of the caller's images. */
  readonly input: number;
  /** Values per input. */
  readonly inputSize: number;
  /** Address of the results: float32 logits or pixel bytes. */
  readonly output: number;
  /** Values per result. */
  readonly outputSize: number;
  /** Kind of result. */
  readonly outputKind: "logits" | "pixels";
  /**
   * Every layer's output. Layers do not share memory, so a run leaves all of
   * them in place.
   */
  readonly outputs: readonly PlannedOutput[];
}

/**
 * Compiles a model.
 *
 * @param capacity How many images to plan for: {@linkcode SINGLE} or {@linkcode
 *   BATCH}.
 * @throws {TypeError} if there is no kernel for a layer; the message names it.
 * @throws {RangeError} if a number is outside the range in which the kernels
 *   are exact.
 */
export function planOf(model: QuantizedModel, capacity: Capacity): Plan {
  const layers = quantizedLayers(model);
  const last = layers.at(-1)!;
  const arena = new Arena();
  const inputSize = shapeSize(model.description.inputShape);
  const outputSize = shapeSize(last.outputShape);
  const { most, atOnce } = capacity;
  const input = arena.reserve(most * inputSize);

  let values = reserveInput(arena, layers[0]!, atOnce);
  const steps: Step[] = [inputStep(model, input, values)];
  const outputs: PlannedOutput[] = [];
  layers.forEach((layer, index) => {
    const next = layers[index + 1];
    const target = reserveTarget(arena, layer, next, values, atOnce);
    const extent = extentOf(layer, next, atOnce);
    steps.push(...layerSteps(model, arena, layer, values, target, extent));
    outputs.push({ layer, address: target.inner, row: target.row });
    values = target;
  });
  const outputBytes = outputSize * valueBytes(last);
  const output = arena.reserve(most * outputBytes);
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
    capacity,
    input,
    inputSize,
    output,
    outputSize,
    outputKind: last.outputKind === "logits" ? "logits" : "pixels",
    outputs,
  };
}

/** Reserves a layer's output where the next layer reads it. */
function reserveTarget(
  arena: Arena,
  layer: QuantizedLayer,
  next: QuantizedLayer | undefined,
  values: Values,
  images: number,
): Values {
  if (next?.layer.type === "conv2d") {
    return reserveInput(arena, next, images);
  }
  if (layer.layer.type === "reshape") {
    return { ...values, row: rowLength(layer.outputShape) };
  }
  const bytes = valueBytes(layer);
  return reserveShape(arena, layer.outputShape, images, bytes);
}

/**
 * The part of a layer's output that is computed: everything except the edge
 * that a following max pool never reads, where its windows do not divide the
 * side.
 */
function extentOf(
  { outputShape }: QuantizedLayer,
  next: QuantizedLayer | undefined,
  images: number,
): Extent {
  const { rows, columns } = asImage(outputShape);
  const size = next?.layer.type === "max_pool" ? next.layer.size : 1;
  return {
    images,
    rows: rows - rows % size,
    columns: columns - columns % size,
  };
}

function valueBytes({ outputKind }: QuantizedLayer): number {
  return outputKind === "logits" ? Float32Array.BYTES_PER_ELEMENT : 1;
}
