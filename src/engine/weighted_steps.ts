/**
 * The steps of a convolution or a dense layer, and the tables they read.
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

/**
 * One step to multiply and, at the network's end, one to turn the scaled sums
 * into logits or pixels.
 *
 * @param values What the layer reads.
 * @param target Where its results go.
 * @param images How many images are held at once.
 */
export function weightedSteps(
  model: QuantizedModel,
  arena: Arena,
  quantized: QuantizedLayer<WeightedLayer>,
  values: Values,
  target: Values,
  images: number,
): Step[] {
  const { layer, outputShape, outputKind } = quantized;
  const shape = asImage(outputShape);
  if (outputKind === "codes") {
    return [multiplyStep(model, arena, quantized, values, target, images)];
  }
  const { rows, columns, channels } = shape;
  const filled = roundUp(channels, GROUP);
  const scaled = reserveShape(arena, [rows, columns, filled], images, 4);
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
    multiplyStep(model, arena, quantized, values, scaled, images),
    finish,
  ];
}

function multiplyStep(
  model: QuantizedModel,
  arena: Arena,
  quantized: QuantizedLayer<WeightedLayer>,
  values: Values,
  target: Values,
  images: number,
): Step {
  const { layer, outputKind, multipliers } = quantized;
  const { weight, bias } = model.weights.get(layer.name)!;
  const [, rows, words] = packedShape(weightGeometry(quantized));
  const filledBias = new Int32Array(roundUp(bias.length, GROUP));
  filledBias.set(bias);
  const filledMultipliers = new Float32Array(filledBias.length);
  filledMultipliers.set(multipliers);
  return {
    kind: layer.type === "dense" ? Kernel.dense : Kernel.conv,
    input: values.start,
    inputImage: values.image,
    inputRow: values.row,
    output: target.inner,
    outputImage: target.image,
    ...asImage(quantized.outputShape),
    size: rows,
    words,
    weights: arena.place(weight),
    bias: arena.place(filledBias),
    multipliers: arena.place(filledMultipliers),
    pixels: arena.place(pixelTable(quantized, values, target, images)),
    floats: outputKind === "codes" ? 0 : 1,
  };
}

/**
 * For each pixel of the output (for each image of a dense layer) the offset of
 * its window in the input and of its result in the output, in bytes.
 */
function pixelTable(
  { layer, inputShape, outputShape, outputKind }: QuantizedLayer<
    WeightedLayer
  >,
  values: Values,
  target: Values,
  images: number,
): Int32Array {
  if (layer.type === "dense") {
    return Int32Array.from(
      { length: 2 * images },
      (_, i) => (i >> 1) * (i % 2 === 0 ? values.image : target.image),
    );
  }
  const { rows, columns, channels } = asImage(outputShape);
  const inputPixel = inputShape[2]! * layer.stride;
  const inputRow = values.row * layer.stride;
  const outputPixel = outputKind === "codes"
    ? channels
    : roundUp(channels, GROUP) * Float32Array.BYTES_PER_ELEMENT;
  const table = new Int32Array(2 * rows * columns);
  let at = 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      table[at++] = y * inputRow + x * inputPixel;
      table[at++] = y * target.row + x * outputPixel;
    }
  }
  return table;
}
