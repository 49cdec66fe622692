/**
 * Loads the models, serves the application, and stops cleanly on a signal.
 *
 * @module
 */

import { createApp } from "./app.ts";
import {
  type Config,
  ConfigError,
  environmentVariable,
  readConfig,
} from "./config.ts";
import { createLog } from "./http/access_log.ts";
import { type LoadGenerator, loadModels } from "./models.ts";
import { once } from "./once.ts";

/**
 * How long requests in flight may take to finish after a signal, in
 * milliseconds.
 */
const GRACE = 5000;

/** Milliseconds after which the generator is loaded, requested or not. */
const IDLE = 1000;

/**
 * Serves until SIGINT or SIGTERM, configured by the environment. Exits with a
 * one-line message if a variable's value is not allowed or it cannot listen.
 *
 * @returns Resolves when it listens.
 * @throws As `loadModels` does.
 */
export async function start(): Promise<void> {
  const { port, hostname, log: level, ...options } = configure();
  const { recognizer, generator } = await loadModels();
  const log = createLog(level);
  const onError = ({ stack }: Error, id: string) =>
    log("error", { id, error: stack });
  const app = createApp({
    ...options,
    recognizer,
    generator,
    longWorker: once(async () =>
      (await import("./long_work/long_work.ts")).createLongWorker({
        models: { recognizer, generator },
        onError,
        onUnavailable: (reason) =>
          log("warn", { event: "no thread for long requests", reason }),
      })
    ),
    ...(level === "off" ? {} : { log }),
    onError,
  });
  const server = listen({ port, hostname }, app.fetch);
  // setTimeout() would load Node's timers, which takes 5 ms at startup.
  AbortSignal.timeout(IDLE).addEventListener(
    "abort",
    () => requireGenerator(generator),
  );

  async function stop(): Promise<void> {
    setTimeout(() => Deno.exit(0), GRACE);
    // Shutting down would cut off bodies that are still arriving, so the
    // application finishes first.
    await app.stop();
    await server.shutdown();
    // What watches the time of bodies runs on for up to 15 seconds.
    Deno.exit(0);
  }

  Deno.addSignalListener("SIGINT", stop);
  Deno.addSignalListener("SIGTERM", stop);
}

function configure(): Config {
  try {
    return readConfig(environmentVariable);
  } catch (error) {
    if (error instanceof ConfigError) exit(error.message);
    throw error;
  }
}

/**
 * Listens; fails if the address is taken or is not an address of this machine.
 */
function listen(
  { port, hostname }: Pick<Config, "port" | "hostname">,
  handler: Deno.ServeHandler<Deno.NetAddr>,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve({ port, hostname }, handler);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    exit(`Cannot listen on HOST ${hostname}, PORT ${port}: ${error.message}`);
  }
}

function exit(reason: string): never {
  console.error(reason);
  Deno.exit(1);
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
