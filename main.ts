/**
 * Serves Inkling on $PORT, else 8000.
 *
 * What runs is src/start.ts, bundled: its modules one by one take 16 ms longer to
 * load. `deno task build:server` makes the bundle, tests compare it with its
 * sources, and `deno task dev` runs the sources themselves.
 *
 * @module
 */

// @ts-types="./src/start.ts"
import { start } from "./bundle/start.js";

await start();
