/**
 * Who sent a request.
 *
 * @module
 */

import type { Context } from "hono";

/**
 * The address of a request's client.
 *
 * @param c The request's context; its `env` is what `Deno.serve` tells of the
 * connection.
 * @param proxies How many proxies stand in front of the service. Each adds to
 * `X-Forwarded-For` whom it has the request from; what a client itself writes
 * there is not believed.
 * @returns Null where there is no connection, as in tests.
 */
export function clientAddress(c: Context, proxies: number): string | null {
  if (proxies > 0) {
    const hops = (c.req.header("X-Forwarded-For") ?? "").split(",");
    const address = hops.at(-proxies)?.trim();
    if (address) return address.slice(0, 64);
  }
  const info: { remoteAddr?: { hostname?: string } } | undefined = c.env;
  return info?.remoteAddr?.hostname ?? null;
}
