/**
 * onnxruntime's native engine on one thread.
 *
 * @module
 */

import * as ort from "onnxruntime-node";
import { arch, platform } from "node:process";
import type { Contender } from "./contender.ts";
import { contenderOf } from "./ort.ts";

const DIST = new URL("./", import.meta.resolve("onnxruntime-node"));

const CODE = ["binding.js", "backend.js", "index.js", "version.js"]
  .map((name) => new URL(name, DIST))
  .concat(new URL(`../bin/napi-v6/${platform}/${arch}/`, DIST));

/** The network in float32. */
export const float: Contender = contenderOf(ort, CODE, false);

/** The network in int8, from its QDQ form. */
export const int8: Contender = contenderOf(ort, CODE, true);
