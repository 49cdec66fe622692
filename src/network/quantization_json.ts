/**
 * The scales of a model's codes as JSON, the form in which its metadata stores
 * them.
 *
 * @module
 */

import { object, record } from "../json/object.ts";
import { number, oneOf } from "../json/schema.ts";
import type { InputQuantization } from "./quantized_model.ts";

/** The scales of a model's codes. */
export interface Quantization {
  /** How the input is encoded. */
  readonly input: InputQuantization;
  /** Scale after each ReLU and each global average pool, by layer. */
  readonly outputScales: ReadonlyMap<string, number>;
}

/** Formats scales as JSON. */
export function formatQuantization(
  { input: { encoding, scale, zeroPoint }, outputScales }: Quantization,
): string {
  return JSON.stringify({
    input: { encoding, scale, zero_point: zeroPoint },
    output_scales: Object.fromEntries(outputScales),
  });
}

/** The JSON of the scales. */
const QUANTIZATION = object({
  input: object({
    encoding: oneOf("pixels", "codes"),
    scale: number(),
    zero_point: number(),
  }, "ignored"),
  output_scales: record(number()),
}, "ignored");

/**
 * Checks and copies scales. `quantizedLayers` checks whether the engine can
 * work with them.
 *
 * @param json What `JSON.parse` returned.
 * @param pointer Where it is, for error messages.
 * @throws {JsonTypeError} if something is missing or of the wrong type.
 */
export function parseQuantization(
  json: unknown,
  pointer: string = "",
): Quantization {
  const { input, output_scales: scales } = QUANTIZATION.read(json, pointer);
  const { encoding, scale, zero_point: zeroPoint } = input;
  return {
    input: { encoding, scale, zeroPoint },
    outputScales: new Map(Object.entries(scales)),
  };
}
