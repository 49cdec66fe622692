/**
 * Keeps the best generator of a run and its last healthy networks, and goes back
 * to these when the run collapses.
 *
 * @module
 */

import { foldBatchNorm } from "../network/fold.ts";
import type { Exchange } from "../parallel/exchange.ts";
import {
  type Checkup,
  CHECKUP_MEASURES,
  type CheckupMeasures,
} from "./checkup.ts";
import { Choice } from "./choice.ts";
import type { GanReplicas } from "./step.ts";

type Values = Map<string, Float32Array>;

/** Names of the kept parts in a checkpoint. */
const CHOICE = "kept.choice";
const BEST = "kept.best/";
const HEALTHY = "kept.healthy/";

/** A run's choice on one worker; it is the same on every worker. */
export class Keeper {
  readonly #checkup: Pick<Checkup, "measure">;
  readonly #replicas: GanReplicas;
  readonly #choice: Choice;
  #best: Values = new Map();
  #healthy: Values = new Map();

  /**
   * Starts with nothing kept.
   *
   * @param leastLoss As for {@linkcode Choice}.
   */
  constructor(
    checkup: Pick<Checkup, "measure">,
    replicas: GanReplicas,
    leastLoss?: number,
  ) {
    this.#checkup = checkup;
    this.#choice = new Choice(leastLoss);
    this.#replicas = replicas;
  }

  /** Records the discriminator's loss of a step. */
  addLoss(loss: number): void {
    this.#choice.addLoss(loss);
  }

  /**
   * Measures the averaged generator, keeps it if it is the best, and goes back
   * to the last healthy networks if the run has collapsed.
   *
   * @param step Steps done.
   * @returns The measures, and a note for the user if there is one.
   */
  async examine(
    step: number,
    exchange: Exchange,
  ): Promise<{ measures: Record<string, number>; note: string | undefined }> {
    const { generator, discriminator } = this.#replicas;
    const averages = await generator.averages();
    const measures = await this.#measure(averages, exchange);
    const { best, complaint, rollBack } = this.#choice.judge(step, measures);
    const { healthyStep, rollbacks } = this.#choice;
    if (best) this.#best = averages;
    if (rollBack) {
      generator.restore(this.#healthy);
      discriminator.restore(this.#healthy);
    } else if (complaint === undefined) {
      this.#healthy = new Map([
        ...await generator.state(),
        ...await discriminator.state(),
      ]);
    }
    const note = rollBack
      ? `step ${step}: ${complaint}; going on from the networks of step ` +
        `${healthyStep}, rollback ${rollbacks}`
      : complaint && healthyStep > 0
      ? `step ${step}: ${complaint}; no more rollbacks`
      : undefined;
    return {
      measures: { ...measures, best_step: this.#choice.bestStep, rollbacks },
      note,
    };
  }

  /** The best generator's averaged parameters; absent if none was healthy. */
  best(): ReadonlyMap<string, Float32Array> | undefined {
    return this.#best.size > 0 ? this.#best : undefined;
  }

  /** All that the next {@linkcode examine} depends on, by name. */
  state(): Values {
    const state: Values = new Map([[CHOICE, this.#choice.state()]]);
    for (const [name, values] of this.#best) state.set(BEST + name, values);
    for (const [name, values] of this.#healthy) {
      state.set(HEALTHY + name, values);
    }
    return state;
  }

  /** Restores what {@linkcode state} returned. @throws {TypeError} if it does not fit. */
  restore(state: ReadonlyMap<string, Float32Array>): void {
    this.#choice.restore(state.get(CHOICE));
    this.#best = under(state, BEST);
    this.#healthy = under(state, HEALTHY);
  }

  /**
   * One worker measures; the exchange passes the exact bits on to the others.
   */
  async #measure(
    averages: ReadonlyMap<string, Float32Array>,
    exchange: Exchange,
  ): Promise<CheckupMeasures> {
    for (const part of exchange.take()) {
      const out = exchange.outgoing(part, CHECKUP_MEASURES.length).fill(0);
      if (part !== 0) continue;
      const { network } = this.#replicas.generator;
      const found = await this.#checkup.measure(
        foldBatchNorm(network, averages),
      );
      CHECKUP_MEASURES.forEach((name, i) => out[i] = found[name]);
    }
    const total = new Float32Array(CHECKUP_MEASURES.length);
    exchange.sum(total);
    return Object.fromEntries(
      CHECKUP_MEASURES.map((name, i) => [name, total[i]!]),
    ) as CheckupMeasures;
  }
}

/** The entries of a state under a prefix, by the rest of their name. */
function under(
  state: ReadonlyMap<string, Float32Array>,
  prefix: string,
): Values {
  return new Map(
    [...state].flatMap(([name, values]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), values]] : []
    ),
  );
}
