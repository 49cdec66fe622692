/**
 * Runs the dashboard in its own thread: it also answers while the main thread
 * measures a finished model, and costs the main thread no time.
 *
 * @module
 */

import type { RunStatus } from "./run_data.ts";
import type { Dashboard, DashboardOptions } from "./server.ts";

/** Orders from the main thread: serve, then stop. */
export type DashboardOrder =
  | { readonly type: "start"; readonly options: DashboardOptions }
  | { readonly type: "stop"; readonly status: RunStatus };

/** The thread's answer to either. */
export type DashboardAnswer =
  | { readonly type: "started"; readonly url: string }
  | { readonly type: "refused"; readonly message: string }
  | { readonly type: "stopped" };

/**
 * Starts serving in a thread, as {@linkcode startDashboard} does.
 *
 * @throws {Error} If the port is taken or not allowed; the message says what to
 *   do.
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
      // A failing thread ends its page, but not the run.
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
      // A thread that has already failed does not answer.
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
