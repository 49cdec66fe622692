/**
 * A run, and around it what shows it: the dashboard while it trains, the report
 * afterwards.
 *
 * @module
 */

import { StoppedError } from "../pipeline/stage.ts";
import type { RunStatus } from "./run_data.ts";
import { writeReport } from "./report.ts";
import { startDashboardThread } from "./thread.ts";

/** What {@linkcode watched} takes besides the training. */
export interface WatchOptions {
  /** The run's folder. */
  readonly folder: string;
  /** Port of the dashboard; none is served without. */
  readonly port?: number;
  /** Stages last written to before are not this run's, and are not shown. */
  readonly since?: Date;
  /** Told what a person should read. */
  readonly say: (line: string) => void;
}

/**
 * Trains, and shows it.
 *
 * A run that ends or is stopped leaves a report; one that fails does not, since
 * it may have refused to touch a folder with another run's.
 *
 * @param train Trains; what it throws is thrown on.
 * @throws {Error} If the dashboard's port is taken. Nothing was trained then.
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

/** The models are what was asked for: a report that cannot be written is no failure. */
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
