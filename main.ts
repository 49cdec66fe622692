/**
 * Serves Inkling on $PORT, else 8000.
 *
 * @module
 */

import { start } from "./src/start.ts";

await start();
