/**
 * The client that sent a request.
 *
 * @module
 */

import type { Context } from "hono";

/**
 * The address of a request's client.
 *
 * @param c The request's context; its `env` is `Deno.serve`'s information about
 *   the connection.
 * @param proxies Number of proxies in front of the service. Each appends to
 *   `X-Forwarded-For` the address it received the request from; entries written
 *   by the client are not trusted.
 * @returns Null if there is no connection, as in tests.
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
