/**
 * Serves Inkling on $PORT, else 8000.
 *
 * @module
 */

import { createApp } from "./src/app.ts";
import { loadModels } from "./src/models.ts";

/** Milliseconds that requests in flight have to finish in once stopped. */
const GRACE = 5000;

const app = createApp(await loadModels());

const server = Deno.serve(
  { port: Number(Deno.env.get("PORT") || 8000) },
  app.fetch,
);

function stop(): void {
  app.stop();
  // A request that hangs must not keep the process: unref'd, so that it does
  // not wait for the timer when there is none.
  Deno.unrefTimer(setTimeout(() => Deno.exit(0), GRACE));
  server.shutdown();
}

Deno.addSignalListener("SIGINT", stop);
Deno.addSignalListener("SIGTERM", stop);
