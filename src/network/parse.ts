/**
 * Checks that JSON from a file is a network description.
 *
 * It is written by hand because it runs on the server's start path, where a
 * schema library would cost more than the check. It checks types and ranges;
 * `shapedLayers` checks whether the layers fit one another.
 *
 * @module
 */

import type { Layer, NetworkDescription } from "./description.ts";
import { asFields, type Fields, wrongValue } from "./json_fields.ts";

/** Maximum layers of a network read from a file. */
export const MAX_LAYERS = 64;

/** Maximum side, channel count or unit count of a network read from a file. */
export const MAX_SIDE = 1 << 16;

const ACTIVATIONS = ["linear", "relu", "leaky_relu", "sigmoid"] as const;

/**
 * Parses a network description, copying known fields and refusing unknown ones.
 *
 * @param json The result of `JSON.parse`.
 * @throws {TypeError} if a field is missing, unknown or of the wrong type.
 * @throws {RangeError} if a number is out of range or two layers have the same
 *   name.
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
export function parseDescription(json: unknown): NetworkDescription {
  const fields = asFields(json, "network description");
  requireOnly(fields, ["name", "inputShape", "layers"], "network description");
  const { layers } = fields;
  if (!Array.isArray(layers)) throw wrongValue("layers", layers, "an array");
  if (layers.length < 1 || layers.length > MAX_LAYERS) {
    throw new RangeError(
      `a network has 1 to ${MAX_LAYERS} layers, found ${layers.length}`,
    );
  }
  const parsed = layers.map(parseLayer);
  const names = new Set<string>();
  for (const { name } of parsed) {
    if (names.has(name)) throw new RangeError(`two layers named "${name}"`);
    names.add(name);
  }
  return {
    name: parseString(fields, "name"),
    inputShape: parseShape(fields, "inputShape"),
    layers: parsed,
  };
}

function parseLayer(json: unknown, index: number): Layer {
  const fields = asFields(json, `layer ${index}`);
  const name = parseString(fields, "name");
  const known = ["type", "name"];
  const layer = parseTyped(fields, name, known);
  requireOnly(fields, known, `layer "${name}"`);
  return layer;
}

/** Parses the fields of the layer's type and adds their names to `known`. */
function parseTyped(fields: Fields, name: string, known: string[]): Layer {
  const { type } = fields;
  switch (type) {
    case "dense":
      known.push("units", "activation", "batchNorm");
      return {
        type,
        name,
        units: parseInteger(fields, "units", 1, MAX_SIDE),
        activation: parseChoice(fields, "activation", ACTIVATIONS),
        batchNorm: parseChoice(fields, "batchNorm", [true, false]),
      };
    case "conv2d":
      known.push("filters", "kernelSize", "stride", "padding");
      known.push("activation", "batchNorm");
      return {
        type,
        name,
        filters: parseInteger(fields, "filters", 1, MAX_SIDE),
        kernelSize: parseInteger(fields, "kernelSize", 1, 7),
        stride: parseChoice(fields, "stride", [1, 2]),
        padding: parseChoice(fields, "padding", ["same", "valid"]),
        activation: parseChoice(fields, "activation", ACTIVATIONS),
        batchNorm: parseChoice(fields, "batchNorm", [true, false]),
      };
    case "max_pool":
      known.push("size");
      return { type, name, size: parseInteger(fields, "size", 1, 16) };
    case "global_average_pool":
      return { type, name };
    case "pixel_shuffle":
      known.push("factor");
      return { type, name, factor: parseInteger(fields, "factor", 1, 16) };
    case "reshape":
      known.push("shape");
      return { type, name, shape: parseShape(fields, "shape") };
    default:
      throw wrongValue(`layer "${name}": type`, type, "a known layer type");
  }
}

function requireOnly(fields: Fields, known: string[], what: string): void {
  for (const name of Object.keys(fields)) {
    if (!known.includes(name)) {
      throw new TypeError(`${what} has an unknown field "${name}"`);
    }
  }
}

function parseString(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value !== "string" || value === "") {
    throw wrongValue(name, value, "a name");
  }
  return value;
}

function parseInteger(
  fields: Fields,
  name: string,
  least: number,
  most: number,
): number {
  return requireInteger(fields[name], name, least, most);
}

function requireInteger(
  value: unknown,
  name: string,
  least: number,
  most: number,
): number {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw wrongValue(name, value, "an integer");
  }
  if (value < least || value > most) {
    throw new RangeError(`${name} is ${value}, expected ${least} to ${most}`);
  }
  return value;
}

function parseChoice<T>(
  fields: Fields,
  name: string,
  choices: readonly T[],
): T {
  const value = fields[name] as T;
  if (!choices.includes(value)) {
    throw wrongValue(name, value, `one of ${choices.join(", ")}`);
  }
  return value;
}

function parseShape(fields: Fields, name: string): number[] {
  const shape = fields[name];
  if (!Array.isArray(shape) || shape.length < 1 || shape.length > 4) {
    throw wrongValue(name, shape, "1 to 4 sizes");
  }
  return shape.map((side) => requireInteger(side, name, 1, MAX_SIDE));
}
