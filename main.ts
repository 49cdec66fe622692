/**
 * Serves Inkling on $PORT, else 8000.
 *
 * What runs is src/start.ts, bundled: one file loads in half the time that its
 * modules take. `deno task build:server` makes the bundle, tests compare it with
 * its sources, and `deno task dev` runs the sources themselves.
 *
 * @module
 */

// @ts-types="./src/start.ts"
import { start } from "./bundle/start.js";

await start();
