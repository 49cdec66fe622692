/**
 * What onnxruntime's two packages share: a session of a model for images of 784
 * bytes.
 *
 * @module
 */

import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import { toOnnx } from "../onnx/export.ts";
import type { Contender, Run } from "./contender.ts";

/** The API in use, which both packages have. */
export interface OnnxRuntime {
  /** Creates sessions. */
  readonly InferenceSession: {
    create(
      model: Uint8Array,
      options: InferenceSession.SessionOptions,
    ): Promise<InferenceSession>;
  };
  /** Creates inputs. */
  readonly Tensor: new (
    type: "float32",
    data: Float32Array,
    dims: readonly number[],
  ) => Tensor;
}

/**
 * Wraps a package as a contender.
 *
 * @param ort The package.
 * @param code Its files to ship.
 * @param quantized Whether to run networks in int8, from their QDQ form, or in
 *   float32.
 */
export function contenderOf(
  ort: OnnxRuntime,
  code: readonly URL[],
  quantized: boolean,
): Contender {
  return {
    load: (model) => loadSession(ort, model, quantized),
    code,
    modelBytes: (model) => toOnnx(model, { quantized }).length,
  };
}

/** Loads a model into a session on one thread. */
async function loadSession(
  ort: OnnxRuntime,
  model: QuantizedModel,
  quantized: boolean,
): Promise<Run> {
  const onnx = toOnnx(model, { quantized });
  const session = await ort.InferenceSession.create(onnx, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: "all",
  });
  return async (images, count) => {
    const values = new Float32Array(images.length);
    for (let i = 0; i < values.length; i++) values[i] = images[i]! / 255;
    const input = new ort.Tensor("float32", values, [count, 1, 28, 28]);
    const { output } = await session.run({ input });
    return output!.data as Float32Array;
  };
}
