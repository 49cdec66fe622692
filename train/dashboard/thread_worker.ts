/// <reference lib="deno.worker" />
/**
 * The thread that serves the dashboard; thread.ts sends its orders.
 *
 * @module
 */

import { type Dashboard, startDashboard } from "./server.ts";
import type { DashboardAnswer, DashboardOrder } from "./thread.ts";

let dashboard: Dashboard | undefined;

self.onmessage = async ({ data: order }: MessageEvent<DashboardOrder>) => {
  self.postMessage(await follow(order));
};

async function follow(order: DashboardOrder): Promise<DashboardAnswer> {
  if (order.type === "stop") {
    await dashboard?.stop(order.status);
    return { type: "stopped" };
  }
  try {
    dashboard = await startDashboard(order.options);
    return { type: "started", url: dashboard.url };
  } catch (error) {
    return {
      type: "refused",
      message: error instanceof Error ? error.message : String(error),
    };
  }
}
