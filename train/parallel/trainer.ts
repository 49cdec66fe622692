/**
 * What the workers of a run do, seen from the loop that drives them.
 *
 * @module
 */

import type { Exchange } from "./exchange.ts";

/** Pictures that a trainer wants shown. */
export interface Samples {
  /** Images of 784 values in [0, 1], one after another. */
  readonly images: Float32Array;
  /** Images to a row. */
  readonly columns: number;
}

/** A model in training on one worker of a group. */
export interface Trainer {
  /** Steps from start to end. */
  readonly totalSteps: number;
  /** Steps between two calls of {@linkcode evaluate}; it is also called after the last. */
  readonly evaluateEvery: number;
  /** Names of what {@linkcode step} returns, in order. */
  readonly lossNames: readonly string[];
  /** Parts that each batch is cut into: those of the exchange it trains with. */
  readonly parts: number;
  /** Most numbers that one part of an exchange of this trainer brings. */
  readonly exchangeSize: number;
  /**
   * Does one step, together with the other workers.
   *
   * @param step From 0.
   * @returns Mean losses over the whole batch, the same on every worker.
   */
  step(step: number, exchange: Exchange): Promise<number[]>;
  /**
   * Measures the averaged model, together with the other workers.
   *
   * @returns Named measures, the same on every worker.
   */
  evaluate(exchange: Exchange): Promise<Record<string, number>>;
  /** Draws what a person may want to see; called on the first worker alone. */
  samples(): Promise<Samples | undefined>;
  /** All that the next step depends on, by name. */
  state(): Promise<Map<string, Float32Array>>;
  /** Restores what {@linkcode state} returned. @throws {TypeError} if it does not fit. */
  restore(state: ReadonlyMap<string, Float32Array>): void;
  /** The model that the run is for: averaged parameters by name, batch norm not folded. */
  result(): Promise<Map<string, Float32Array>>;
}
