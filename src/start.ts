/**
 * Loads the models, serves the application, and stops cleanly when told.
 *
 * main.ts runs it bundled; `deno task dev` runs it as it is.
 *
 * @module
 */

import { createApp } from "./app.ts";
import { type LoadGenerator, loadModels } from "./models.ts";

/** Milliseconds that requests in flight have to finish in once stopped. */
const GRACE = 5000;

/** Milliseconds after which the generator is loaded, asked for or not. */
const IDLE = 1000;

/**
 * Serves on $PORT, else 8000, until SIGINT or SIGTERM.
 *
 * @returns Kept when it listens.
 * @throws What `loadModels` does.
 */
export async function start(): Promise<void> {
  const { recognizer, generator } = await loadModels();
  const app = createApp({ recognizer, generator });
  const server = Deno.serve(
    { port: Number(Deno.env.get("PORT") || 8000) },
    app.fetch,
  );
  // Not setTimeout(), which loads Node's timers: 5 ms of the start.
  AbortSignal.timeout(IDLE).addEventListener(
    "abort",
    () => requireGenerator(generator),
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
}

/**
 * Loads the generator. A service that lacks it, or has a broken one, ends with
 * the reason rather than to fail whoever asks for a sample.
 */
async function requireGenerator(generator: LoadGenerator): Promise<void> {
  try {
    await generator();
  } catch (error) {
    console.error("The generator does not load.", error);
    Deno.exit(1);
  }
}

if (import.meta.main) await start();
