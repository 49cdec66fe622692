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
 * @returns Without brackets and port, and an IPv4 address as such even on a
 *   socket for IPv6. Null if there is no connection, as in tests.
 */
export function clientAddress(c: Context, proxies: number): string | null {
  if (proxies > 0) {
    const hops = (c.req.header("X-Forwarded-For") ?? "").split(",");
    const address = hops.at(-proxies)?.trim();
    if (address) return plain(address.slice(0, 64));
  }
  const info: { remoteAddr?: { hostname?: string } } | undefined = c.env;
  const hostname = info?.remoteAddr?.hostname;
  return hostname ? plain(hostname) : null;
}

/** The address in `[::1]:80`, `192.0.2.1:80` or `::ffff:192.0.2.1`. */
function plain(address: string): string {
  return address
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^([\d.]+):\d+$/, "$1")
    .replace(/^::ffff:(?=[\d.]+$)/i, "");
}
