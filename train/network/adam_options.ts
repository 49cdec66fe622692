/**
 * The parameters of an Adam update.
 *
 * @module
 */

/** Options of `Replica.applyGradients`. */
export interface AdamOptions {
  /** Step size. */
  readonly learningRate: number;
  /** Decay of the gradient's mean. */
  readonly beta1: number;
  /** Decay of the gradient's square. */
  readonly beta2: number;
  /** Decoupled decay of the weights (not of biases, gammas or betas). */
  readonly weightDecay: number;
  /** Number of this update, from 1. */
  readonly step: number;
}
