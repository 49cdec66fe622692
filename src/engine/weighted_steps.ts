/**
 * The steps of a convolution or dense layer, and the tables they read.
 *
 * @module
 */

import { GROUP, packedShape, weightGeometry } from "../network/packing.ts";
import type { WeightedLayer } from "../network/description.ts";
import type { QuantizedModel } from "../network/quantized.ts";
import type { QuantizedLayer } from "../network/quantized_layers.ts";
import { type Arena, roundUp } from "./arena.ts";
import { Kernel, type Step } from "./step.ts";
import { asImage, reserveShape, type Values } from "./values.ts";

/** The part of a layer's output that is computed. */
export interface Extent {
  /** How many images are in memory at once. */
  readonly images: number;
  /** Rows per image, from the first. */
  readonly rows: number;
  /** Columns per image, from the first. */
  readonly columns: number;
}

/**
 * Returns one step that multiplies and, at the end of the network, another that
 * turns the scaled sums into logits or pixels.
 *
 * @param values The layer's input.
 * @param target The layer's output.
 * @param extent The part of the output to compute.
 */
export function weightedSteps(
  model: QuantizedModel,
  arena: Arena,
  quantized: QuantizedLayer<WeightedLayer>,
  values: Values,
  target: Values,
  extent: Extent,
): Step[] {
  const { layer, outputShape, outputKind } = quantized;
  const shape = asImage(outputShape);
  if (outputKind === "codes") {
    return [multiplyStep(model, arena, quantized, values, target, extent)];
  }
  const { rows, columns, channels } = shape;
  const filled = roundUp(channels, GROUP);
  const scaled = reserveShape(arena, [rows, columns, filled], extent.images, 4);
  const finish: Step = {
    kind: outputKind === "logits" ? Kernel.logits : Kernel.sigmoid,
    input: scaled.start,
    inputImage: scaled.image,
    output: target.start,
    outputImage: target.image,
    ...shape,
    weights: layer.activation === "sigmoid"
      ? arena.place(model.sigmoidTable!)
      : 0,
  };
  return [
    multiplyStep(model, arena, quantized, values, scaled, extent),
    finish,
  ];
}

function multiplyStep(
  model: QuantizedModel,
  arena: Arena,
  quantized: QuantizedLayer<WeightedLayer>,
  values: Values,
  target: Values,
  extent: Extent,
): Step {
  const { layer, outputKind, multipliers } = quantized;
  const { weight, bias } = model.weights.get(layer.name)!;
  const [, rows, words, group] = packedShape(weightGeometry(quantized));
  const filledBias = new Int32Array(roundUp(bias.length, GROUP));
  filledBias.set(bias);
  const filledMultipliers = new Float32Array(filledBias.length);
  filledMultipliers.set(multipliers);
  return {
    kind: group === 1 ? Kernel.multiplySingle : Kernel.multiply,
    input: values.start,
    inputImage: values.image,
    inputRow: values.row,
    output: target.inner,
    outputImage: target.image,
    rows: extent.rows,
    columns: extent.columns,
    channels: bias.length,
    size: rows,
    words,
    weights: arena.place(weight),
    bias: arena.place(filledBias),
    multipliers: arena.place(filledMultipliers),
    pixels: arena.place(pixelTable(quantized, values, target, extent)),
    floats: outputKind === "codes" ? 0 : 1,
  };
}

/**
 * For each output pixel, one image after another: the byte offsets of its
 * window in the input and of its result in the output. The output of a dense
 * layer is one pixel.
 */
function pixelTable(
  { layer, inputShape, outputShape, outputKind }: QuantizedLayer<
    WeightedLayer
  >,
  values: Values,
  target: Values,
  { images, rows, columns }: Extent,
): Int32Array {
  const { channels } = asImage(outputShape);
  const stride = layer.type === "conv2d" ? layer.stride : 1;
  const inputPixel = asImage(inputShape).channels * stride;
  const inputRow = values.row * stride;
  const outputPixel = outputKind === "codes"
    ? channels
    : roundUp(channels, GROUP) * Float32Array.BYTES_PER_ELEMENT;
  const table = new Int32Array(2 * images * rows * columns);
  let at = 0;
  for (let image = 0; image < images; image++) {
    for (let y = 0; y < rows; y++) {
      const input = image * values.image + y * inputRow;
      const output = image * target.image + y * target.row;
      for (let x = 0; x < columns; x++) {
        table[at++] = input + x * inputPixel;
        table[at++] = output + x * outputPixel;
      }
    }
  }
  return table;
}
