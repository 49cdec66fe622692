/**
 * The dashboard in a thread of its own: it answers also while the main thread
 * measures a finished model, and takes nothing of its time.
 *
 * @module
 */

import type { RunStatus } from "./run_data.ts";
import type { Dashboard, DashboardOptions } from "./server.ts";

/** What the main thread says: serve, then stop. */
export type DashboardOrder =
  | { readonly type: "start"; readonly options: DashboardOptions }
  | { readonly type: "stop"; readonly status: RunStatus };

/** What the thread answers to either. */
export type DashboardAnswer =
  | { readonly type: "started"; readonly url: string }
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "stopped" };

/**
 * Begins to serve, as {@linkcode startDashboard} does, in a thread.
 *
 * @throws {Error} If the port is taken, or may not be used; the message says
 *   what to do.
 */
export async function startDashboardThread(
  options: DashboardOptions,
): Promise<Dashboard> {
  const worker = new Worker(new URL("./thread_worker.ts", import.meta.url), {
    type: "module",
  });
  const ask = (order: DashboardOrder): Promise<DashboardAnswer> =>
    new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      // A thread that fails takes its page with it, but not the run.
      worker.onerror = (event) => {
        event.preventDefault();
        resolve({ type: "refused", message: event.message });
      };
      worker.postMessage(order);
    });
  const answer = await ask({ type: "start", options });
  if (answer.type !== "started") {
    worker.terminate();
    throw new Error(
      answer.type === "refused" ? answer.message : "the dashboard has stopped",
    );
  }
  return {
    url: answer.url,
    stop: async (status) => {
      const stopped = ask({ type: "stop", status });
      // One that has failed before does not answer.
      const late = Promise.withResolvers<void>();
      const timer = setTimeout(late.resolve, PATIENCE);
      await Promise.race([stopped, late.promise]);
      clearTimeout(timer);
      worker.terminate();
    },
  };
}

/** Milliseconds to wait for the thread to stop. */
const PATIENCE = 5000;
