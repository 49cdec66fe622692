/**
 * Shows a run: the dashboard while it trains, the report afterwards.
 *
 * @module
 */

import { StoppedError } from "../errors.ts";
import type { RunStatus } from "./run_data.ts";
import { writeReport } from "./report.ts";
import { startDashboardThread } from "./thread.ts";

/** Options of {@linkcode watched}. */
export interface WatchOptions {
  /** The run's folder. */
  readonly folder: string;
  /** Port of the dashboard; without it, none is served. */
  readonly port?: number;
  /**
   * Stages last written before this belong to an earlier run and are not shown.
   */
  readonly since?: Date;
  /** Called with messages for people. */
  readonly say: (line: string) => void;
}

/**
 * Runs a training and shows it.
 *
 * A run that ends or is stopped leaves a report. One that fails does not, since
 * it may have refused to touch a folder with another run in it.
 *
 * @param train Trains; its errors are rethrown.
 * @throws {Error} If the dashboard's port is taken; nothing is trained then.
 */
export async function watched(
  { folder, port, say, ...rest }: WatchOptions,
  train: () => Promise<void>,
): Promise<void> {
  const run = { folder, title: folder, ...rest };
  const dashboard = port === undefined
    ? undefined
    : await startDashboardThread({ ...run, port });
  if (dashboard) say(`dashboard: ${dashboard.url}`);
  let status: RunStatus = "failed";
  try {
    await train();
    status = "finished";
  } catch (error) {
    if (error instanceof StoppedError) status = "stopped";
    throw error;
  } finally {
    if (status !== "failed") await report({ ...run, status, say });
    await dashboard?.stop(status);
  }
}

/** The models matter more: failing to write a report is not an error. */
async function report(
  { say, ...options }:
    & Parameters<typeof writeReport>[0]
    & Pick<
      WatchOptions,
      "say"
    >,
): Promise<void> {
  try {
    const path = await writeReport(options);
    if (path !== null) say(`wrote ${path}`);
  } catch (error) {
    say(`the report was not written: ${error}`);
  }
}
