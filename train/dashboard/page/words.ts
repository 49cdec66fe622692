/**
 * The page's words and numbers.
 *
 * @module
 */

import { formatDuration } from "../../report/durations.ts";
import type { RunStatus, StageData } from "../run_data.ts";
import { stageTimes } from "./speed.ts";

/** Names of the models, as people call them. */
const STAGE_NAMES: Readonly<Record<string, string>> = {
  gan: "Generator",
  judge: "Judge",
  recognizer: "Recognizer",
};

/** The display name of the model in training. */
export function stageName(name: string): string {
  return STAGE_NAMES[name] ?? name;
}

/** What the pictures of a stage show. */
export function picturesTitle(name: string): string {
  return name === "gan" ? "Digits it writes" : "Digits it learns from";
}

/** The run's status, in words. */
export function statusText(status: RunStatus, isConnected: boolean): string {
  if (status !== "running") {
    return { finished: "Finished", stopped: "Stopped", failed: "Failed" }[
      status
    ];
  }
  return isConnected ? "Training" : "The run is not responding; retrying";
}

/** A count, with separators. */
export function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

/** A number without the last digits, which carry rounding errors. */
export function plain(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 6 });
}

/** Formats a share as a percentage. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}

/** Formats a loss. */
export function loss(value: number): string {
  return Math.abs(value) >= 100 ? count(value) : value.toPrecision(3);
}

/**
 * A stage's facts: pairs of a name and a value.
 *
 * @param status The run's status; if it is not running, there is no time left
 *   to show.
 */
export function stageFacts(
  stage: StageData,
  status: RunStatus,
): [name: string, value: string][] {
  const { plan, step, measures } = stage;
  const { spent, left, speed } = stageTimes(stage);
  const facts: [string, string][] = [
    [
      "Step",
      plan ? `${count(step)} of ${count(plan.totalSteps)}` : count(step),
    ],
  ];
  if (spent !== null) facts.push(["Time in training", formatDuration(spent)]);
  const isGoingOn = status === "running" && plan && step < plan.totalSteps;
  if (isGoingOn && left !== null) {
    facts.push(["Time left", formatDuration(left)]);
  }
  if (speed !== null) {
    facts.push([isGoingOn ? "Images/s" : "Last images/s", count(speed)]);
  }
  const accuracy = measures.at(-1)?.values.validation_accuracy;
  if (accuracy !== undefined) {
    facts.push(["Validation accuracy", percent(accuracy)]);
  }
  const chosen = measures.at(-1)?.values.best_step;
  if (chosen) facts.push(["Best generator", `step ${count(chosen)}`]);
  return facts;
}
