/**
 * Serves a run's dashboard to this machine only, while the run continues.
 *
 * It reads the run's folder once a second, and only while somebody watches.
 *
 * @module
 */

import { join } from "node:path";
import type { Document } from "../report/html_document.ts";
import { makeDocument } from "./document.ts";
import { EventStreams } from "./event_streams.ts";
import { picturePath, STAGES } from "../report/run_layout.ts";
import type { RunStatus } from "./run_data.ts";
import { RunFolder } from "./run_folder.ts";

/** Dashboards listen here: reachable from this machine only. */
const HOST = "127.0.0.1";

/** Options of {@linkcode startDashboard}. */
export interface DashboardOptions {
  /** The run's folder. */
  readonly folder: string;
  /** Title of the run. */
  readonly title: string;
  /** Port to listen on; 0 for any free one. */
  readonly port: number;
  /** As for {@linkcode RunFolder}. */
  readonly since?: Date;
  /** Milliseconds between reads of the folder. Default 1000. */
  readonly interval?: number;
  /**
   * Milliseconds that watchers have at the end to fetch the last pictures.
   * Default 500.
   */
  readonly grace?: number;
}

/** A running dashboard. */
export interface Dashboard {
  /** Its URL. */
  readonly url: string;
  /** Sends watchers the run's outcome, and stops serving. */
  readonly stop: (status: RunStatus) => Promise<void>;
}

/**
 * Starts serving.
 *
 * @throws {Error} If the port is taken or not allowed; the message says what to
 *   do.
 */
export async function startDashboard(
  options: DashboardOptions,
): Promise<Dashboard> {
  const { folder, title, since, interval = 1000, grace = 500 } = options;
  const page = await makeDocument(null);
  const run = new RunFolder(folder, since);
  const watchers = new EventStreams();

  const look = (): void => {
    for (const stage of run.read()) watchers.send("stage", stage);
  };
  const tryToLook = (): void => {
    try {
      look();
    } catch {
      // The run must not end because of its dashboard. Disconnected watchers
      // reconnect, and see the error if the folder is still unreadable.
      watchers.close();
    }
  };
  const timer = setInterval(() => {
    if (watchers.count > 0) tryToLook();
  }, interval);
  Deno.unrefTimer(timer);

  const watch = (): Response => {
    look();
    const data = { title, status: "running", stages: run.stages() };
    return answer(watchers.open("run", data), "text/event-stream");
  };
  const server = listen(
    options.port,
    (request) => respond(request, { page, folder, watch }),
  );
  return {
    url: `http://${HOST}:${server.addr.port}/`,
    stop: async (status) => {
      clearInterval(timer);
      if (watchers.count > 0) {
        tryToLook();
        watchers.send("end", { status });
        await new Promise((resolve) => setTimeout(resolve, grace));
      }
      watchers.close();
      await server.shutdown();
    },
  };
}

function listen(
  port: number,
  handler: Deno.ServeHandler,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve({ hostname: HOST, port, onListen: () => {} }, handler);
  } catch (cause) {
    const isTaken = cause instanceof Deno.errors.AddrInUse;
    const why = isTaken ? "is taken" : `cannot be used (${cause})`;
    throw new Error(
      `port ${port} ${why}; choose another for the dashboard: --dashboard <port>`,
      { cause },
    );
  }
}

/** Dependencies of the routes. */
interface Routes {
  readonly page: Document;
  readonly folder: string;
  readonly watch: () => Response;
}

async function respond(
  request: Request,
  { page, folder, watch }: Routes,
): Promise<Response> {
  const { hostname, pathname } = new URL(request.url);
  // Protects against DNS rebinding: a page on another host name must not read
  // this one.
  if (hostname !== HOST && hostname !== "localhost") {
    return refusal(421, `This is ${HOST}, not ${hostname}.`);
  }
  if (request.method !== "GET") {
    return refusal(405, "Only GET.", { Allow: "GET" });
  }
  if (pathname === "/") {
    return answer(page.html, "text/html; charset=utf-8", {
      "Content-Security-Policy": `${page.policy}; frame-ancestors 'none'`,
    });
  }
  if (pathname === "/events") return watch();
  const found = /^\/samples\/(\w+)\/(\d{1,8})\.png$/.exec(pathname);
  const stage = STAGES.find((name) => name === found?.[1]);
  if (!stage) return refusal(404, "There is nothing here.");
  try {
    const path = picturePath(join(folder, stage), Number(found![2]));
    return answer(await Deno.readFile(path), "image/png");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return refusal(404, "There is no such picture.");
  }
}

function answer(
  body: BodyInit,
  type: string,
  more: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return new Response(body, {
    status,
    headers: {
      "Content-Type": type,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      "Cross-Origin-Resource-Policy": "same-origin",
      ...more,
    },
  });
}

function refusal(
  status: number,
  text: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  return answer(`${text}\n`, "text/plain; charset=utf-8", more, status);
}
