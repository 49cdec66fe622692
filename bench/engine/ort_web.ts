/**
 * onnxruntime in WASM, on one thread.
 *
 * @module
 */

import * as ort from "onnxruntime-web/wasm";
import type { Contender } from "./contender.ts";
import { contenderOf } from "./ort.ts";

const SCRIPT = new URL(import.meta.resolve("onnxruntime-web/wasm"));

const CODE = [SCRIPT, new URL("ort-wasm-simd-threaded.wasm", SCRIPT)];

function onOneThread(quantized: boolean): Contender {
  const contender = contenderOf(ort, CODE, quantized);
  return {
    ...contender,
    load(model) {
      ort.env.wasm.numThreads = 1;
      return contender.load(model);
    },
  };
}

/** The network in float32. */
export const float: Contender = onOneThread(false);

/** The network in int8, from its QDQ form. */
export const int8: Contender = onOneThread(true);
