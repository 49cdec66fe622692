/**
 * The least that a POST costs in Hono, for `deno serve`; `bench/bare.ts` is the
 * same for `deno run`.
 *
 * @module
 */

import { Hono } from "hono";

const app = new Hono();
app.post("/recognize", async (c) => {
  const body = await c.req.arrayBuffer();
  return c.json({ length: body.byteLength });
});

/** What `deno serve` asks of a module. */
const handler: Deno.ServeDefaultExport = {
  fetch: (request) => app.fetch(request),
};

export default handler;
