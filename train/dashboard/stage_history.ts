/**
 * Turns the lines of a stage's log into what the page shows. It reads no files;
 * run_folder.ts does.
 *
 * @module
 */

import type { LogRecord } from "../report/jsonl_log.ts";
import type { StagePlan } from "../report/run_layout.ts";
import type { Measure, StageData } from "./run_data.ts";
import { Thinner } from "./thin.ts";

/**
 * Losses that logs of earlier versions have as 0 at the steps that do not
 * compute them.
 */
const NOT_EVERY_STEP = new Set(["penalty"]);

/**
 * Collects a stage's log, line by line.
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

  /** Results of evaluations, without empty ones. */
  get measures(): readonly Measure[] {
    return this.#evaluations.filter(({ values }) =>
      Object.keys(values).length > 0
    );
  }

  /** Steps with an evaluation, which may have a picture. */
  get evaluated(): ReadonlySet<number> {
    return new Set(this.#evaluations.map(({ step }) => step));
  }

  /**
   * Adds one line: a step's losses, or, as the second line of a step, what its
   * evaluation measured.
   *
   * @throws {TypeError} If it has no step.
   * @throws {RangeError} If its step is before the last one's: the log was
   *   truncated and must be read again.
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
    const numbers: Record<string, number> = {};
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === "number") numbers[name] = value;
    }
    const isEvaluation = step === this.#step;
    if (isEvaluation) {
      const { note } = values;
      this.#evaluations.push({
        step,
        values: numbers,
        ...(typeof note === "string" ? { note } : {}),
      });
    } else {
      for (const name of NOT_EVERY_STEP) {
        if (numbers[name] === 0) delete numbers[name];
      }
    }
    this.#step = step;
    this.#thinner.add(
      step,
      typeof seconds === "number" ? seconds : null,
      isEvaluation ? {} : numbers,
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
