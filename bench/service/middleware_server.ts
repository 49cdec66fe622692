/**
 * The minimal POST in Hono with the middleware that the service uses, as
 * packaged and with the service's options.
 *
 * @module
 */

import { Hono } from "hono";
import { requestId } from "hono/request-id";
import { timing } from "hono/timing";
import { allowOrigins, securityHeaders } from "../../src/http/headers.ts";

const app = new Hono();
app.use(requestId({ limitLength: 128 }));
app.use(timing({ totalDescription: "" }));
app.use(securityHeaders());
app.use(allowOrigins());
app.post("/recognize", async (c) => {
  const body = await c.req.arrayBuffer();
  return c.json({ length: body.byteLength });
});

Deno.serve({ port: Number(Deno.env.get("PORT") || 8000) }, app.fetch);
