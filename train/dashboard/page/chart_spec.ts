/**
 * What a chart shows, as data.
 *
 * @module
 */

import type { Value } from "../run_data.ts";

/** A line, and the values it was smoothed from. */
export interface LineSpec {
  /** Its label. */
  readonly label: string;
  /** Custom property of the style sheet with its colour. */
  readonly color: "accent" | "second";
  /** The line itself. */
  readonly line: readonly Value[];
  /** Lower edge of the measured values; if absent, only the line is drawn. */
  readonly low?: readonly Value[];
  /** The upper edge. */
  readonly high?: readonly Value[];
}

/** A chart. */
export interface ChartSpec {
  /** Its title. */
  readonly title: string;
  /** Steps, the horizontal axis. */
  readonly steps: readonly number[];
  /** At least one. */
  readonly lines: readonly LineSpec[];
  /** Visible range of the vertical axis. */
  readonly range: readonly [low: number, high: number];
  /** Whether points are marked. */
  readonly hasPoints: boolean;
  /** Formats a value. */
  readonly format: (value: number) => string;
  /** Formats a round value for the axis. */
  readonly formatRound: (value: number) => string;
}
