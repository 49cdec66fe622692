/**
 * The minimal POST in Hono for `deno serve`; `bench/bare.ts` is the same for
 * `deno run`.
 *
 * @module
 */

import { Hono } from "hono";

const app = new Hono();
app.post("/recognize", async (c) => {
  const body = await c.req.arrayBuffer();
  return c.json({ length: body.byteLength });
});

/** The default export that `deno serve` expects. */
const handler: Deno.ServeDefaultExport = {
  fetch: (request) => app.fetch(request),
};

export default handler;
