/**
 * The least that a POST costs in Hono: the body is read, its length answered.
 *
 * @module
 */

import { Hono } from "hono";

const app = new Hono();
app.post("/recognize", async (c) => {
  const body = await c.req.arrayBuffer();
  return c.json({ length: body.byteLength });
});

Deno.serve({ port: Number(Deno.env.get("PORT") || 8000) }, app.fetch);
