/**
 * The arithmetic of quantized networks: what the numbers in a model file mean,
 * defined once for the quantizer, the reference, the engine and the exporter.
 *
 * Activations are codes 0 to 127 with `real = scale * (code - zeroPoint)`.
 * Seven bits, not eight, because relaxed SIMD's dot product is the same on
 * every machine only if one factor has 7 bits and a pair of products fits in
 * 16. Weights are int8 in -127 to 127 with `real = scale[output] * weight`,
 * biases int32 in units of `inputScale * scale[output]` (Jacob et al. 2018,
 * arXiv 1712.05877, with a float multiplier in place of the fixed-point one).
 *
 * Every operation here is an integer operation or a correctly rounded IEEE 754
 * one, so every machine computes the same bytes.
 *
 * @module
 */

/** Largest activation code. */
export const CODE_MAX = 127;

/** Largest magnitude of a weight. */
export const WEIGHT_MAX = 127;

/**
 * Largest magnitude of a product of a weight and a code. The quantizer never
 * writes the weight -128, but a file might contain it.
 */
export const PRODUCT_MAX = (WEIGHT_MAX + 1) * CODE_MAX;

/** Entries of the table from sigmoid index to pixel byte. */
export const SIGMOID_ENTRIES = 1024;

/** Sigmoid indices per unit of its argument: the table spans -8 to 8. */
export const SIGMOID_STEPS = 64;

/** Scaled accumulators stay below this before they are clamped. */
export const REQUANTIZE_LIMIT = 1 << 22;

/**
 * The code of a pixel byte: `byte / 255` rounded to the nearest `code / 127`.
 */
export function pixelCode(byte: number): number {
  return Math.floor((byte * CODE_MAX + 127) / 255);
}

/** Rounds to the nearest integer, half to even. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** `value` clamped to `[least, most]`. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/**
 * The float32 factor that turns an int32 accumulator into units of
 * `outputScale`.
 *
 * @param outputScale 1 for logits, `1 / SIGMOID_STEPS` for a sigmoid.
 */
export function multiplierOf(
  inputScale: number,
  weightScale: number,
  outputScale: number,
): number {
  return Math.fround(inputScale * weightScale / outputScale);
}

/** An accumulator times its multiplier, in float32. */
export function scaleAccumulator(
  accumulator: number,
  multiplier: number,
): number {
  return Math.fround(Math.fround(accumulator) * multiplier);
}

/**
 * The code of an accumulator: scaled, rounded and clamped to 0 to 127. The
 * clamp is also the ReLU, since the zero point of these codes is 0.
 */
export function requantize(accumulator: number, multiplier: number): number {
  const scaled = scaleAccumulator(accumulator, multiplier);
  return clamp(roundHalfEven(scaled), 0, CODE_MAX);
}

/** An accumulator's index into the sigmoid table. */
export function sigmoidIndex(accumulator: number, multiplier: number): number {
  const half = SIGMOID_ENTRIES / 2;
  const scaled = scaleAccumulator(accumulator, multiplier);
  return clamp(roundHalfEven(scaled), -half, half - 1) + half;
}

/**
 * The table from sigmoid index to pixel byte. It is computed at export and
 * stored in the model, because `Math.exp` may differ between JavaScript
 * engines.
 */
export function sigmoidTable(): Uint8Array {
  return Uint8Array.from({ length: SIGMOID_ENTRIES }, (_, index) => {
    const argument = (index - SIGMOID_ENTRIES / 2) / SIGMOID_STEPS;
    return Math.round(255 / (1 + Math.exp(-argument)));
  });
}
