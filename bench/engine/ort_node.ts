/**
 * onnxruntime's native engine on one thread.
 *
 * @module
 */

import * as ort from "onnxruntime-node";
import type { Load } from "./contender.ts";
import { loadSession } from "./ort.ts";

/** The network in float32. */
export const float: Load = (model) => loadSession(ort, model, false);

/** The network in int8, from its QDQ form. */
export const int8: Load = (model) => loadSession(ort, model, true);
