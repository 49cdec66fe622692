/**
 * Parses the output of `deno test`.
 *
 * @module
 */

/** The outcome of one test run or several. */
export interface TestSummary {
  /** Number of tests that passed. */
  readonly passed: number;
  /** Number of tests that failed. */
  readonly failed: number;
  /** Names of the tests that were skipped. */
  readonly skipped: readonly string[];
}

/** The closing line of a run. */
const CLOSING = /^(?:ok|FAILED) \| (\d+) passed.*? \| (\d+) failed/gm;

/** The line of a test that was skipped. */
const SKIPPED = /^ *(.+) \.\.\. ignored/gm;

/**
 * Adds up the runs in an output.
 *
 * @param output What `deno test` printed, without colours.
 * @returns `null` if no test run was completed.
 */
export function summarizeTests(output: string): TestSummary | null {
  const runs = [...output.matchAll(CLOSING)];
  if (runs.length === 0) return null;
  const sum = (group: 1 | 2) =>
    runs.reduce((total, run) => total + Number(run[group]), 0);
  return {
    passed: sum(1),
    failed: sum(2),
    skipped: Array.from(output.matchAll(SKIPPED), ([, name]) => name!),
  };
}
