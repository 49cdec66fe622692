/**
 * A quantized network layer by layer: which numbers go into and come out of
 * each, and at which scale. Walking it also checks that the engine can run the
 * network; the reference, the engine and the exporter all start here.
 *
 * @module
 */

import {
  CODE_MAX,
  multiplierOf,
  SIGMOID_ENTRIES,
  SIGMOID_STEPS,
} from "./arithmetic.ts";
import type { Layer, WeightedLayer } from "./description.ts";
import { type ShapedLayer, shapedLayers, shapeSize } from "./shapes.ts";
import {
  requireExact,
  requireExactAll,
  requireScale,
  requireWeights,
} from "./layer_numbers.ts";
import type { QuantizedModel } from "./quantized_model.ts";

/**
 * The values between two layers: activation codes 0 to 127, float32 logits, or
 * pixel bytes 0 to 255.
 */
export type ValueKind = "codes" | "logits" | "pixels";

/** A layer with its shapes and the meaning of its values. */
export interface QuantizedLayer<L extends Layer = Layer>
  extends ShapedLayer<L> {
  /** Real value of one step of an input code. */
  readonly inputScale: number;
  /** The input code that represents 0; convolutions pad with it. */
  readonly inputZeroPoint: number;
  /** Kind of output. */
  readonly outputKind: ValueKind;
  /** Real value of one step of an output code; 1 for logits, 1/255 for pixels. */
  readonly outputScale: number;
  /**
   * Factors on accumulators: one per output for weighted layers, a single one
   * for a global average pool, none for layers that only move codes.
   */
  readonly multipliers: Float32Array;
}

/** Maximum values per example that a layer may output. */
export const MAX_LAYER_VALUES = 1 << 20;

/**
 * Walks a model's layers.
 *
 * @throws {TypeError} if the engine has no kernel for a layer, or numbers that
 *   it needs are missing; the message names the layer.
 * @throws {RangeError} if a number is outside the range in which all arithmetic
 *   is exact.
 */
export function quantizedLayers(model: QuantizedModel): QuantizedLayer[] {
  const shaped = shapedLayers(model.description);
  let state = inputState(model);
  const layers = shaped.map((entry) => {
    const { layer, outputShape } = entry;
    if (shapeSize(outputShape) > MAX_LAYER_VALUES) {
      throw new RangeError(
        `layer "${layer.name}" outputs ${shapeSize(outputShape)} values, ` +
          `expected at most ${MAX_LAYER_VALUES}`,
      );
    }
    const { multipliers, ...output } = layerOutput(model, entry, state);
    const quantized: QuantizedLayer = {
      ...entry,
      inputScale: state.scale,
      inputZeroPoint: state.zeroPoint,
      outputKind: output.kind,
      outputScale: output.scale,
      multipliers,
    };
    state = output;
    return quantized;
  });
  if (state.kind === "codes") {
    throw new TypeError(
      `network "${model.description.name}" ends in codes, expected its last ` +
        `weighted layer to be linear or sigmoid`,
    );
  }
  return layers;
}

interface State {
  readonly kind: ValueKind;
  readonly scale: number;
  readonly zeroPoint: number;
}

type Output = State & { readonly multipliers: Float32Array };

const NO_MULTIPLIERS = Float32Array.of();

function inputState({ input, description }: QuantizedModel): State {
  const { encoding, scale, zeroPoint } = input;
  requireScale(scale, "input scale");
  if (!Number.isInteger(zeroPoint) || zeroPoint < 0 || zeroPoint > CODE_MAX) {
    throw new RangeError(
      `input zero point is ${zeroPoint}, expected 0 to ${CODE_MAX}`,
    );
  }
  if (encoding === "pixels" && (scale !== 1 / CODE_MAX || zeroPoint !== 0)) {
    throw new RangeError(
      `pixel input has scale ${scale} and zero point ${zeroPoint}, ` +
        `expected ${1 / CODE_MAX} and 0`,
    );
  }
  if (shapeSize(description.inputShape) > MAX_LAYER_VALUES) {
    throw new RangeError(
      `input has ${shapeSize(description.inputShape)} values, ` +
        `expected at most ${MAX_LAYER_VALUES}`,
    );
  }
  return { kind: "codes", scale, zeroPoint };
}

function layerOutput(
  model: QuantizedModel,
  { layer, inputShape, outputShape }: ShapedLayer,
  input: State,
): Output {
  switch (layer.type) {
    case "dense":
    case "conv2d":
      requireCodes(layer, input);
      return weightedOutput(model, { layer, inputShape, outputShape }, input);
    case "global_average_pool": {
      requireCodes(layer, input);
      if (input.zeroPoint !== 0) {
        throw new TypeError(
          `layer "${layer.name}" (${layer.type}) expects codes of zero point 0, ` +
            `found ${input.zeroPoint}`,
        );
      }
      const scale = outputScaleOf(model, layer);
      const pixels = shapeSize(inputShape) / shapeSize(outputShape);
      const multipliers = Float32Array.of(
        multiplierOf(input.scale, 1 / pixels, scale),
      );
      requireExact(layer, pixels * CODE_MAX, multipliers[0]!);
      return { kind: "codes", scale, zeroPoint: 0, multipliers };
    }
    case "max_pool":
      requireCodes(layer, input);
      return { ...input, multipliers: NO_MULTIPLIERS };
    case "pixel_shuffle":
      if (input.kind === "logits") requireCodes(layer, input);
      return { ...input, multipliers: NO_MULTIPLIERS };
    case "reshape":
      return { ...input, multipliers: NO_MULTIPLIERS };
  }
}

function weightedOutput(
  model: QuantizedModel,
  shaped: ShapedLayer<WeightedLayer>,
  input: State,
): Output {
  const { layer } = shaped;
  if (layer.batchNorm) {
    throw new TypeError(`layer "${layer.name}": batch norm is not folded`);
  }
  const { kind, scale, step } = activationOutput(model, layer);
  const { weightScale } = requireWeights(model, shaped);
  const multipliers = weightScale.map((weightScale) =>
    multiplierOf(input.scale, weightScale, step)
  );
  requireExactAll(model, shaped, multipliers);
  return { kind, scale, zeroPoint: 0, multipliers };
}

/** @param step Real value of one unit of the scaled accumulator. */
function activationOutput(
  model: QuantizedModel,
  layer: WeightedLayer,
): { kind: ValueKind; scale: number; step: number } {
  switch (layer.activation) {
    case "relu": {
      const scale = outputScaleOf(model, layer);
      return { kind: "codes", scale, step: scale };
    }
    case "linear":
      return { kind: "logits", scale: 1, step: 1 };
    case "sigmoid":
      if (model.sigmoidTable?.length !== SIGMOID_ENTRIES) {
        throw new TypeError(
          `layer "${layer.name}" needs a sigmoid table of ${SIGMOID_ENTRIES} ` +
            `bytes, found ${model.sigmoidTable?.length ?? "none"}`,
        );
      }
      return { kind: "pixels", scale: 1 / 255, step: 1 / SIGMOID_STEPS };
    default:
      throw new TypeError(
        `layer "${layer.name}" has activation ${layer.activation}, ` +
          `expected relu, or linear or sigmoid at the end`,
      );
  }
}

function outputScaleOf(model: QuantizedModel, layer: Layer): number {
  const scale = model.outputScales.get(layer.name);
  if (scale === undefined) {
    throw new TypeError(`layer "${layer.name}" has no output scale`);
  }
  requireScale(scale, `output scale of layer "${layer.name}"`);
  return scale;
}

function requireCodes(layer: Layer, input: State): void {
  if (input.kind !== "codes") {
    throw new TypeError(
      `layer "${layer.name}" (${layer.type}) cannot follow the network's ` +
        `last weighted layer, which outputs ${input.kind}`,
    );
  }
}
