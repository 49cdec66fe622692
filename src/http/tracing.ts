/**
 * Names the spans that Deno records for requests with `OTEL_DENO=true`.
 *
 * @see {@link https://docs.deno.com/runtime/fundamentals/open_telemetry/ | Deno, OpenTelemetry}
 * @module
 */

import type { Context } from "hono";
import { SpanStatusCode, trace } from "@opentelemetry/api";

/**
 * Names the span of an answered request by its route, and sets `http.route` and
 * `inkling.request_id`. An answer of 500 or more marks it as failed.
 *
 * @param c The request's context, after it was answered.
 * @param route The route's name, such as `/v2/models/{model}/infer`.
 */
export function nameSpan(c: Context, route: string): void {
  const span = trace.getActiveSpan();
  if (span === undefined) return;
  span.updateName(`${c.req.method} ${route}`);
  span.setAttribute("http.route", route);
  span.setAttribute("inkling.request_id", c.get("requestId"));
  if (c.res.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
}
