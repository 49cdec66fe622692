/**
 * Converts an int8 model back to a float model with the values that its weights
 * represent.
 *
 * @module
 */

import {
  isWeighted,
  type WeightedLayer,
} from "../../src/network/description.ts";
import type { ShapedLayer } from "../../src/network/shapes.ts";
import { unpackWeights, weightGeometry } from "../../src/network/packing.ts";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import { quantizedLayers } from "../../src/network/quantized_layers.ts";
import type { FloatModel } from "../network/fold.ts";

/**
 * Dequantizes a model's weights and biases; its activations are then not
 * quantized.
 *
 * @throws {TypeError} if the engine could not run the model.
 */
export function dequantizedModel(model: QuantizedModel): FloatModel {
  const tensors = new Map<string, Float32Array>();
  for (
    const { layer, inputScale, inputZeroPoint, ...shaped } of quantizedLayers(
      model,
    )
  ) {
    if (!isWeighted(layer)) continue;
    const { weight, weightScale, bias } = model.weights.get(layer.name)!;
    const geometry = weightGeometry(
      { ...shaped, layer } as ShapedLayer<WeightedLayer>,
    );
    const codes = unpackWeights(weight, geometry);
    const outputs = weightScale.length;
    // A bias with the input zero point folded in includes the sum of the
    // weights times the zero point.
    const folded = new Float32Array(outputs);
    codes.forEach((code, i) => folded[i % outputs]! += code * inputZeroPoint);
    tensors.set(
      `${layer.name}.weight`,
      Float32Array.from(codes, (code, i) => code * weightScale[i % outputs]!),
    );
    tensors.set(
      `${layer.name}.bias`,
      Float32Array.from(
        bias,
        (value, i) => (value + folded[i]!) * inputScale * weightScale[i]!,
      ),
    );
  }
  return { description: model.description, tensors };
}
