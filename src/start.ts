/**
 * Loads the models, serves the application, and stops cleanly on a signal.
 *
 * @module
 */

import { createApp } from "./app.ts";
import { type LoadGenerator, loadModels } from "./models.ts";

/** Milliseconds that requests in flight may take to finish after a signal. */
const GRACE = 5000;

/** Milliseconds after which the generator is loaded, requested or not. */
const IDLE = 1000;

/**
 * Serves on $PORT, else 8000, until SIGINT or SIGTERM.
 *
 * @returns Resolves when it listens.
 * @throws As `loadModels` does.
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
    // Shutting down would cut off bodies that are still arriving, so the
    // application finishes first.
    await app.stop();
    await server.shutdown();
    clearTimeout(timer);
  }

  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
}

/**
 * Loads the generator. If it is missing or broken, exits with the reason
 * instead of failing every request for a sample.
 */
async function requireGenerator(generator: LoadGenerator): Promise<void> {
  try {
    await generator();
  } catch (error) {
    console.error("The generator failed to load.", error);
    Deno.exit(1);
  }
}
