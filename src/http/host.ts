/**
 * Requests whose `Host` would change their path.
 *
 * @module
 */

import type { MiddlewareHandler } from "hono";
import { Problem } from "./problem.ts";

/**
 * Middleware that refuses a `Host` with a slash, question mark or hash. Deno
 * puts the header in front of the path as it is: `GET /livez` under the host
 * `x/metrics?` would answer what a proxy in front does not let pass.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc9112#section-3.2 | RFC 9112, Host}
 */
export function plainHost(): MiddlewareHandler {
  return (c, next) => {
    const host = c.req.raw.headers.get("Host");
    if (host !== null && /[/?#\\]/.test(host)) {
      throw new Problem(
        400,
        `Host is ${JSON.stringify(host.slice(0, 100))}, ` +
          "expected a name or an address",
        { errors: [{ pointer: "/headers/Host", detail: "is not a host" }] },
      );
    }
    // Not awaited: nothing follows.
    return next();
  };
}
