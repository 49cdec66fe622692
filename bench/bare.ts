/**
 * The minimal POST in Hono: reads the body and answers with its length.
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
