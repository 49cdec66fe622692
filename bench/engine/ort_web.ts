/**
 * onnxruntime in WASM, on one thread.
 *
 * @module
 */

import * as ort from "onnxruntime-web/wasm";
import { toOnnx } from "../onnx/export.ts";
import type { Load } from "./contender.ts";

function loadAs(quantized: boolean): Load {
  return async (model) => {
    ort.env.wasm.numThreads = 1;
    const session = await ort.InferenceSession.create(
      toOnnx(model, { quantized }),
      {
        graphOptimizationLevel: "all",
      },
    );
    return async (images, count) => {
      const values = new Float32Array(images.length);
      for (let i = 0; i < values.length; i++) values[i] = images[i]! / 255;
      const input = new ort.Tensor("float32", values, [count, 1, 28, 28]);
      const { output } = await session.run({ input });
      return output!.data as Float32Array;
    };
  };
}

/** The network in float32. */
export const float: Load = loadAs(false);

/** The network in int8, from its QDQ form. */
export const int8: Load = loadAs(true);
