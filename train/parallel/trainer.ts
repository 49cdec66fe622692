/**
 * The interface of a trainer, as the workers' loop uses it.
 *
 * @module
 */

import type { Exchange } from "./exchange.ts";

/** Pictures to show. */
export interface Samples {
  /** Images of 784 values in [0, 1], one after another. */
  readonly images: Float32Array;
  /** Images per row. */
  readonly columns: number;
}

/** A step's losses, in the order of their names; undefined where one was not computed. */
export type StepLosses = readonly (number | undefined)[];

/** A model in training, on one worker of a group. */
export interface Trainer {
  /** Total steps. */
  readonly totalSteps: number;
  /**
   * Steps between calls of {@linkcode evaluate}, which is also called after the
   * last step.
   */
  readonly evaluateEvery: number;
  /** Names of what {@linkcode step} returns, in order. */
  readonly lossNames: readonly string[];
  /** Parts of each batch, and of the exchange to train with. */
  readonly parts: number;
  /** Maximum numbers per part of this trainer's exchanges. */
  readonly exchangeSize: number;
  /**
   * Performs one step, together with the other workers.
   *
   * @param step From 0.
   * @returns Mean losses over the whole batch, the same on every worker.
   */
  step(step: number, exchange: Exchange): Promise<StepLosses>;
  /**
   * Measures the averaged model, together with the other workers.
   *
   * @returns Named measures, the same on every worker.
   */
  evaluate(exchange: Exchange): Promise<Record<string, number>>;
  /**
   * A note for the user about the last {@linkcode evaluate}, if there is one.
   */
  note?(): string | undefined;
  /** Pictures for people; only called on the first worker. */
  samples(): Promise<Samples | undefined>;
  /** Everything the next step depends on, by name. */
  state(): Promise<Map<string, Float32Array>>;
  /** Restores what {@linkcode state} returned. @throws {TypeError} if it does not fit. */
  restore(state: ReadonlyMap<string, Float32Array>): void;
  /** The trained model: averaged parameters by name, batch norm not folded. */
  result(): Promise<ReadonlyMap<string, Float32Array>>;
}
