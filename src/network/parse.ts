/**
 * Checks that JSON from a file is a network description.
 *
 * It checks types and ranges; `shapedLayers` checks whether the layers fit one
 * another.
 *
 * @module
 */

import { outOfRange, wrongType } from "../json/error.ts";
import { isObject, object } from "../json/object.ts";
import {
  boolean,
  either,
  integer,
  list,
  oneOf,
  type Schema,
  string,
} from "../json/schema.ts";
import type { Layer, NetworkDescription } from "./description.ts";

/** Maximum layers of a network read from a file. */
export const MAX_LAYERS = 64;

/** Maximum side, channel count or unit count of a network read from a file. */
export const MAX_SIDE = 1 << 16;

const NAME = string("a name", 1);
const COUNT = integer(1, MAX_SIDE);
const ACTIVATION = oneOf("linear", "relu", "leaky_relu", "sigmoid");
const SHAPE = list(COUNT, { least: 1, most: 4, what: "sizes" });

/** For each type of layer, its fields. */
const LAYERS = {
  dense: object({
    type: oneOf("dense"),
    name: NAME,
    units: COUNT,
    activation: ACTIVATION,
    batchNorm: boolean,
  }),
  conv2d: object({
    type: oneOf("conv2d"),
    name: NAME,
    filters: COUNT,
    kernelSize: integer(1, 7),
    stride: oneOf(1, 2),
    padding: oneOf("same", "valid"),
    activation: ACTIVATION,
    batchNorm: boolean,
  }),
  max_pool: object({
    type: oneOf("max_pool"),
    name: NAME,
    size: integer(1, 16),
  }),
  global_average_pool: object({
    type: oneOf("global_average_pool"),
    name: NAME,
  }),
  pixel_shuffle: object({
    type: oneOf("pixel_shuffle"),
    name: NAME,
    factor: integer(1, 16),
  }),
  reshape: object({ type: oneOf("reshape"), name: NAME, shape: SHAPE }),
} satisfies { [T in Layer["type"]]: Schema<Extract<Layer, { type: T }>> };

const LAYER = either<Layer>(Object.values(LAYERS), (value, pointer) => {
  if (!isObject(value)) throw wrongType(pointer, value, "an object");
  const { type } = value;
  if (typeof type === "string" && Object.hasOwn(LAYERS, type)) {
    return LAYERS[type as Layer["type"]];
  }
  const known = Object.keys(LAYERS).join(", ");
  throw wrongType(`${pointer}/type`, type, `one of ${known}`);
});

/** The JSON of a network description. */
export const NETWORK: Schema<NetworkDescription> = object({
  name: NAME,
  inputShape: SHAPE,
  layers: list(LAYER, { least: 1, most: MAX_LAYERS, what: "layers" }),
});

/**
 * Checks and copies a network description.
 *
 * @param json The result of `JSON.parse`.
 * @param pointer Where it is, for error messages.
 * @throws {JsonTypeError} if a field is missing, unknown or of the wrong type.
 * @throws {JsonRangeError} if a number is out of range or a name is taken.
 *
 * @example
 * ```ts
 * import { parseDescription } from "./parse.ts";
 * import assert from "node:assert/strict";
 *
 * const pool = { type: "max_pool", name: "pool", size: 2 };
 * const network = { name: "tiny", inputShape: [4, 4, 1], layers: [pool] };
 * assert.deepEqual(parseDescription(network), network);
 * assert.throws(
 *   () => parseDescription({ ...network, layers: [{ ...pool, size: 0 }] }),
 *   RangeError,
 * );
 * ```
 */
export function parseDescription(
  json: unknown,
  pointer: string = "",
): NetworkDescription {
  const network = NETWORK.read(json, pointer);
  const names = new Set<string>();
  for (const [index, { name }] of network.layers.entries()) {
    if (names.has(name)) {
      throw outOfRange(
        `${pointer}/layers/${index}/name`,
        name,
        "a name that no other layer has",
      );
    }
    names.add(name);
  }
  return network;
}
