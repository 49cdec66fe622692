/**
 * The arithmetic of quantized networks: what the numbers in a model file mean,
 * defined once for the quantizer, the reference, the engine and the exporter.
 *
 * Activations are codes 0 to 127 with `real = scale * (code - zeroPoint)`.
 * Seven bits, not eight, because relaxed SIMD's dot product is the same on
 * every machine only if one factor has 7 bits and a pair of products fits 16.
 * Weights are int8 in -127 to 127 with `real = scale[output] * weight`, biases
 * int32 in units of `inputScale * scale[output]`
 * (Jacob et al. 2018, arXiv 1712.05877, with a float multiplier in place of
 * the fixed-point one).
 *
 * Every operation here is an exactly rounded IEEE 754 one or an integer one, so
 * that every machine gets the same bytes.
 *
 * @module
 */

/** Largest activation code. */
export const CODE_MAX = 127;

/** Largest magnitude of a weight. */
export const WEIGHT_MAX = 127;

/**
 * Largest magnitude of a product of a weight and a code. Ours never have the
 * weight -128, but a file might.
 */
export const PRODUCT_MAX = (WEIGHT_MAX + 1) * CODE_MAX;

/** Entries of the table from sigmoid index to pixel byte. */
export const SIGMOID_ENTRIES = 1024;

/** Sigmoid indices per unit of its argument: the table spans -8 to 8. */
export const SIGMOID_STEPS = 64;

/** Results of a requantization stay below this before they are clamped. */
export const REQUANTIZE_LIMIT = 1 << 22;

/** The code of a pixel byte: `byte / 255` to the nearest `code / 127`. */
export function pixelCode(byte: number): number {
  return Math.floor((byte * CODE_MAX + 127) / 255);
}

/** The nearest integer, of two the even one. */
export function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}

/** `value` moved into `[least, most]`. */
export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/**
 * What an int32 accumulator is multiplied by to become a real number in units
 * of `outputScale`, in float32.
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
 * The code of an accumulator: scaled, rounded, clamped to 0 to 127 (which is
 * a ReLU too, since the zero point of such codes is 0).
 */
export function requantize(accumulator: number, multiplier: number): number {
  const scaled = scaleAccumulator(accumulator, multiplier);
  return clamp(roundHalfEven(scaled), 0, CODE_MAX);
}

/** The place in the sigmoid table of an accumulator. */
export function sigmoidIndex(accumulator: number, multiplier: number): number {
  const half = SIGMOID_ENTRIES / 2;
  const scaled = scaleAccumulator(accumulator, multiplier);
  return clamp(roundHalfEven(scaled), -half, half - 1) + half;
}

/**
 * The table from sigmoid index to pixel byte. It is made at export and stored
 * in the model, because `Math.exp` may differ between JavaScript engines.
 */
export function sigmoidTable(): Uint8Array {
  return Uint8Array.from({ length: SIGMOID_ENTRIES }, (_, index) => {
    const argument = (index - SIGMOID_ENTRIES / 2) / SIGMOID_STEPS;
    return Math.round(255 / (1 + Math.exp(-argument)));
  });
}
