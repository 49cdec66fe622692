/**
 * The application for `deno serve`, which listens by itself and, with
 * `--parallel`, on every core.
 *
 * It is NOT the entry point of a deployment: that is `main.ts`, bundled.
 *
 * @module
 */

import { createApp } from "./app.ts";
import { loadModels } from "./models.ts";

const models = await loadModels();
// Loaded at once, so that a broken one is an error at start: nobody starts
// several workers for the sake of one early answer.
await models.generator();
const { fetch } = createApp(models);

/** What `deno serve` asks of a module. */
const handler: Deno.ServeDefaultExport = { fetch: (request) => fetch(request) };

export default handler;
