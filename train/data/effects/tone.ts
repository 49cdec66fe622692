/**
 * The tone curve: how dark greys are.
 *
 * @module
 */

/**
 * Images whose darkest pixel is below this stay faint, because they contain no
 * stroke.
 */
const FAINTEST = 0.25;

/** How ink is darkened. */
export interface Tone {
  /**
   * Bend of the tone curve, from -1 to 1: positive darkens the greys, as a gamma below 1 does.
   * `v + curve * v * (1 - v)` stands in for the power, which would cost ten times as much.
   */
  readonly curve: number;
  /** Slope at middle grey, from 1 upwards: higher makes edges harder. */
  readonly contrast: number;
}

/**
 * Stretches an image so that its darkest pixel is full ink, as in all of MNIST,
 * and applies a tone curve; in place.
 *
 * @param image Ink from 0 up.
 * @param tone `{ curve: 0, contrast: 1 }` stretches only.
 */
export function applyTone(
  image: Float32Array,
  { curve, contrast }: Tone,
): void {
  let peak = 0;
  for (let i = 0; i < image.length; i++) peak = Math.max(peak, image[i]!);
  const gain = peak < FAINTEST ? 1 : 1 / peak;
  for (let i = 0; i < image.length; i++) {
    const ink = image[i]! * gain;
    const bent = ink + curve * ink * (1 - ink);
    const hard = 0.5 + contrast * (bent - 0.5);
    image[i] = Math.min(1, Math.max(0, hard));
  }
}
