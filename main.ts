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

async function stop(): Promise<void> {
  const timer = setTimeout(() => Deno.exit(0), GRACE);
  // Shutting down would break off bodies that are still coming in, so the
  // application is let finish first.
  await app.stop();
  await server.shutdown();
  clearTimeout(timer);
}

Deno.addSignalListener("SIGINT", stop);
Deno.addSignalListener("SIGTERM", stop);
