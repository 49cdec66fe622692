/**
 * The scales of a model's codes as JSON, the form in which its metadata stores
 * them.
 *
 * @module
 */

import { asFields, asNumber, wrongValue } from "./json_fields.ts";
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

/**
 * Reads scales from parsed JSON. Whether the engine can work with them is
 * checked by `quantizedLayers`.
 *
 * @throws {TypeError} if something is missing or of the wrong type.
 */
export function parseQuantization(
  json: unknown,
): Quantization {
  const { input, output_scales: scales } = asFields(json, "quantization");
  const { encoding, scale, zero_point: zeroPoint } = asFields(input, "input");
  if (encoding !== "pixels" && encoding !== "codes") {
    throw wrongValue("input encoding", encoding, '"pixels" or "codes"');
  }
  const outputScales = new Map<string, number>();
  for (const [name, value] of Object.entries(asFields(scales, "scales"))) {
    outputScales.set(name, asNumber(value, `output scale "${name}"`));
  }
  return {
    input: {
      encoding,
      scale: asNumber(scale, "input scale"),
      zeroPoint: asNumber(zeroPoint, "input zero point"),
    },
    outputScales,
  };
}
