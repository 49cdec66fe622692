/**
 * Markdown tables of measurements.
 *
 * @module
 */

import type { Profile } from "./profile.ts";

/** Kernels in the table of a profile; the others are summed up. */
const PROFILE_ROWS = 14;

/** The middle one of some values, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Prints a row; numbers get three or four digits. */
export function printRow(...cells: (string | number)[]): void {
  const texts = cells.map((cell) =>
    typeof cell === "number" ? format(cell) : cell
  );
  console.log(`| ${texts.join(" | ")} |`);
}

/** Prints the head of a new table. */
export function printHead(...cells: string[]): void {
  console.log();
  printRow(...cells);
  printRow(...cells.map((_, i) => i === 0 ? "---" : "--:"));
}

/**
 * Prints the time of each kernel and its share of the whole.
 *
 * @param name What was profiled.
 * @param steps How many steps of it.
 */
export function printProfile(
  name: string,
  { kernels, milliseconds }: Profile,
  steps: number,
): void {
  printHead(`kernel (${name})`, "calls a step", "ms a step", "share");
  const report = (name: string, calls: number, time: number) =>
    printRow(
      name,
      calls / steps,
      time / steps,
      `${(100 * time / milliseconds).toFixed(1)} %`,
    );
  for (const kernel of kernels.slice(0, PROFILE_ROWS)) {
    report(kernel.kernel, kernel.calls, kernel.milliseconds);
  }
  const others = kernels.slice(PROFILE_ROWS);
  const sum = (get: (kernel: Profile["kernels"][number]) => number) =>
    others.reduce((sum, kernel) => sum + get(kernel), 0);
  report("other kernels", sum((k) => k.calls), sum((k) => k.milliseconds));
  const inKernels = kernels.reduce((sum, k) => sum + k.milliseconds, 0);
  printRow(
    "JavaScript",
    "",
    (milliseconds - inKernels) / steps,
    `${(100 - 100 * inKernels / milliseconds).toFixed(1)} %`,
  );
}

/** A number with three or four digits. */
export function format(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}
