/**
 * The application for `deno serve`, which does the listening and, with
 * `--parallel`, uses every core.
 *
 * This is not the entry point of a deployment: that is `main.ts`, bundled.
 *
 * @module
 */

import { createApp } from "./app.ts";
import { environmentVariable, readConfig } from "./config.ts";
import { createLog } from "./http/access_log.ts";
import { loadModels } from "./models.ts";
import { once } from "./once.ts";

const models = await loadModels();
// Loaded at once, so that a broken model is an error at startup. With several
// workers, an early first answer hardly matters.
await models.generator();
const { port: _port, hostname: _hostname, log, ...options } = readConfig(
  environmentVariable,
);
const write = createLog(log);
const onError = ({ stack }: Error, id: string) =>
  write("error", { id, error: stack });
const { fetch } = createApp({
  ...options,
  ...models,
  longWorker: once(async () =>
    (await import("./long_work/long_work.ts")).createLongWorker({
      models,
      onError,
      onUnavailable: (reason) =>
        write("warn", { event: "no thread for long requests", reason }),
    })
  ),
  ...(log === "off" ? {} : { log: write }),
  onError,
});

/** The default export that `deno serve` expects. */
const handler: Deno.ServeDefaultExport = {
  fetch: (request, info) => fetch(request, info),
};

export default handler;
