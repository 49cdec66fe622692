/**
 * onnxruntime in WASM, on one thread.
 *
 * @module
 */

import * as ort from "onnxruntime-web/wasm";
import type { QuantizedModel } from "../../src/network/quantized.ts";
import type { Load, Run } from "./contender.ts";
import { loadSession } from "./ort.ts";

function load(model: QuantizedModel, quantized: boolean): Promise<Run> {
  ort.env.wasm.numThreads = 1;
  return loadSession(ort, model, quantized);
}

/** The network in float32. */
export const float: Load = (model) => load(model, false);

/** The network in int8, from its QDQ form. */
export const int8: Load = (model) => load(model, true);
