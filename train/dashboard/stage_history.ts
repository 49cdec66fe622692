/**
 * From the lines of a stage's log to what the page shows of it. It reads no
 * files: run_folder.ts does.
 *
 * @module
 */

import type { LogRecord } from "../report/jsonl_log.ts";
import type { StagePlan } from "../report/run_layout.ts";
import type { Measure, StageData } from "./run_data.ts";
import { Thinner } from "./thin.ts";

/** How the names of what evaluations measure begin; other names are losses. */
const MEASURE = /^validation_/;

/** Losses that are not computed at every step, and are logged as 0 where they are not. */
const NOT_EVERY_STEP = new Set(["penalty"]);

/**
 * Takes in a stage's log, line by line.
 *
 * @example
 * ```ts
 * import { StageHistory } from "./stage_history.ts";
 * import assert from "node:assert/strict";
 *
 * const history = new StageHistory();
 * history.add({ step: 1, seconds: 0.5, loss: 2.3 });
 * history.add({ step: 1, seconds: 0.9, validation_accuracy: 0.4 });
 * assert.equal(history.step, 1);
 * assert.deepEqual(history.measures, [{ step: 1, values: { validation_accuracy: 0.4 } }]);
 * ```
 */
export class StageHistory {
  readonly #thinner = new Thinner();
  readonly #evaluations: Measure[] = [];
  #step = 0;

  /** Steps done. */
  get step(): number {
    return this.#step;
  }

  /** What evaluations measured; those that measured nothing are not among them. */
  get measures(): readonly Measure[] {
    return this.#evaluations.filter(({ values }) =>
      Object.keys(values).length > 0
    );
  }

  /** Steps at which there was an evaluation, and so may be a picture. */
  get evaluated(): ReadonlySet<number> {
    return new Set(this.#evaluations.map(({ step }) => step));
  }

  /**
   * Takes one line in.
   *
   * @throws {TypeError} If it has no step.
   * @throws {RangeError} If its step is before the last one's: the log was cut
   *   off meanwhile, and has to be read anew.
   */
  add(record: LogRecord): void {
    const { step, seconds, ...values } = record;
    if (typeof step !== "number" || !Number.isInteger(step) || step < 1) {
      throw new TypeError(
        `step is ${JSON.stringify(step)}, expected an integer of at least 1`,
      );
    }
    if (step < this.#step) {
      throw new RangeError(`step ${step} comes after step ${this.#step}`);
    }
    const losses: Record<string, number> = {};
    const measured: Record<string, number> = {};
    for (const [name, value] of Object.entries(values)) {
      if (typeof value !== "number") continue;
      if (MEASURE.test(name)) measured[name] = value;
      else if (value !== 0 || !NOT_EVERY_STEP.has(name)) losses[name] = value;
    }
    // A line without losses, not even such as are not a number, is an evaluation's.
    if (Object.keys(values).every((name) => MEASURE.test(name))) {
      this.#evaluations.push({ step, values: measured });
    }
    this.#step = step;
    this.#thinner.add(
      step,
      typeof seconds === "number" ? seconds : null,
      losses,
    );
  }

  /** All of it, for the page. */
  data(
    name: string,
    plan: StagePlan | null,
    pictures: StageData["pictures"],
  ): StageData {
    return {
      name,
      plan,
      step: this.#step,
      curves: this.#thinner.curves(),
      measures: this.measures,
      pictures,
    };
  }
}
