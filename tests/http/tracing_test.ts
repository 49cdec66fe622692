/**
 * Spans of requests, as a collector of OpenTelemetry gets them.
 *
 * @module
 */

import assert from "node:assert/strict";
import { start } from "../start.ts";

/** A span in OTLP's JSON, as far as it is read. */
interface Span {
  readonly name: string;
  readonly status?: { readonly code?: number };
  readonly attributes: readonly {
    readonly key: string;
    readonly value: { readonly stringValue?: string };
  }[];
}

/** The spans of a body that a collector gets. */
function spansOf(body: {
  resourceSpans: { scopeSpans: { spans: Span[] }[] }[];
}): Span[] {
  return body.resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans)
  );
}

function attribute({ attributes }: Span, key: string): string | undefined {
  return attributes.find((one) => one.key === key)?.value.stringValue;
}

Deno.test("nameSpan() names spans by their routes", async () => {
  const spans: Span[] = [];
  const collector = Deno.serve({ port: 0, onListen() {} }, async (request) => {
    const body = await request.json();
    if (new URL(request.url).pathname === "/v1/traces") {
      spans.push(...spansOf(body));
    }
    return Response.json({});
  });
  const service = await start(undefined, undefined, undefined, {
    LOG: "off",
    OTEL_DENO: "true",
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.addr.port}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
    OTEL_BSP_SCHEDULE_DELAY: "50",
  });
  try {
    const ask = async (path: string) => {
      const headers = { "X-Request-Id": "from-test" };
      const response = await fetch(`${service.origin}${path}`, { headers });
      await response.bytes();
    };
    for (
      const path of [
        "/sample?seed=1",
        "/v2/models/generator/ready",
        "/look.css",
        "/a/b",
      ]
    ) await ask(path);
  } finally {
    // Spans that are waiting are sent at the end.
    assert.equal((await service.stop("SIGTERM")).code, 0);
    await collector.shutdown();
  }
  const requests = spans.filter((span) => attribute(span, "http.route"));
  assert.deepEqual(
    requests.map(({ name }) => name).toSorted(),
    [
      "GET (unknown)",
      "GET /sample",
      "GET /v2/models/{model}/ready",
      "GET /{file}",
    ].toSorted(),
  );
  for (const span of requests) {
    assert.equal(`GET ${attribute(span, "http.route")}`, span.name);
    assert.equal(attribute(span, "inkling.request_id"), "from-test");
  }
});
