/**
 * The application for `deno serve`, which listens by itself and, with
 * `--parallel`, on every core.
 *
 * It is not what deploys: that is `main.ts`.
 *
 * @module
 */

import { createApp } from "./app.ts";
import { loadModels } from "./models.ts";

const { fetch } = createApp(await loadModels());

/** What `deno serve` asks of a module. */
const handler: Deno.ServeDefaultExport = { fetch: (request) => fetch(request) };

export default handler;
