/**
 * The generator's input, shared by training and serving.
 *
 * @module
 */

import { CLASSES, LATENT_SIZE } from "./numbers.ts";
import type { Random } from "./random.ts";

/** Value of the digit's own entry in the one-hot part of the generator's input. */
export const LABEL_STRENGTH = 3;

/**
 * Length of the generator's input: the latent, then the one-hot digit.
 *
 * @param latentSize Components of the latent.
 */
export function generatorInputSize(latentSize: number = LATENT_SIZE): number {
  return latentSize + CLASSES;
}

/**
 * Writes one generator input: a latent of independent, nearly standard normal
 * components, then {@linkcode LABEL_STRENGTH} at the digit's position of the
 * one-hot part.
 *
 * @param input The buffer to fill; its length minus the classes is the latent
 *   size.
 * @param digit 0 to 9.
 * @param random Source of the latent; one draw per component.
 * @param spread Factor on the latent: 1 draws as in training, 0 yields the mean
 *   digit.
 */
export function writeGeneratorInput(
  input: Float32Array,
  digit: number,
  random: Random,
  spread = 1,
): void {
  const latentSize = input.length - CLASSES;
  for (let i = 0; i < latentSize; i++) input[i] = random.normal() * spread;
  input.fill(0, latentSize);
  input[latentSize + digit] = LABEL_STRENGTH;
}
