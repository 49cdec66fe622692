import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { simpleModels } from "../routes/simple_models.ts";

/** Runs a check on an application with a limit of two requests an hour. */
async function limited(
  check: (
    ask: (path: string, client?: string) => Promise<Response>,
  ) => Promise<void>,
  trustProxy = 0,
): Promise<void> {
  const app = createApp({
    ...simpleModels,
    rateLimit: { requests: 2, seconds: 3600 },
    trustProxy,
  });
  try {
    await check(async (path, client = "192.0.2.1") =>
      await app.request(
        path,
        { headers: { "X-Forwarded-For": client } },
        { remoteAddr: { hostname: trustProxy ? "10.0.0.1" : client } },
      )
    );
  } finally {
    await app.stop();
  }
}

Deno.test("createApp() refuses requests over a client's limit with 429", () =>
  limited(async (ask) => {
    for (const remaining of [1, 0]) {
      const { status, headers } = await ask("/sample?seed=1");
      assert.equal(status, 200);
      assert.equal(headers.get("RateLimit-Policy"), '"client";q=2;w=3600');
      assert.match(
        headers.get("RateLimit") ?? "",
        new RegExp(`^"client";r=${remaining};t=3[56]\\d\\d$`),
      );
    }
    const refused = await ask("/sample?seed=1");
    assert.equal(refused.status, 429);
    assert.match(refused.headers.get("RateLimit") ?? "", /;r=0;t=3[56]\d\d$/);
    assert.match(refused.headers.get("Retry-After") ?? "", /^3[56]\d\d$/);
    assert.equal(refused.headers.get("Access-Control-Allow-Origin"), "*");
    const problem = await refused.json();
    assert.equal(problem.title, "Too Many Requests");
    assert.match(problem.detail, /More than 2 requests in 3600 seconds/);
    assert.equal((await ask("/sample?seed=1", "192.0.2.2")).status, 200);
    // Probes, the page and what costs little are not counted.
    for (const path of ["/livez", "/readyz", "/models", "/"]) {
      const response = await ask(path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get("RateLimit"), null);
      await response.body?.cancel();
    }
  }));

Deno.test("createApp() limits each client behind a trusted proxy separately", () =>
  limited(async (ask) => {
    for (const client of ["192.0.2.1", "192.0.2.2", "192.0.2.3"]) {
      assert.equal((await ask("/sample", client)).status, 200);
      assert.equal((await ask("/sample", `spoofed, ${client}`)).status, 200);
      assert.equal((await ask("/sample", client)).status, 429);
    }
  }, 1));

Deno.test("createApp() counts the addresses of an IPv6 network together", () =>
  limited(async (ask) => {
    const statuses = [];
    for (const host of ["1", "2", "ffff:3"]) {
      statuses.push((await ask("/sample", `2001:db8:1:2::${host}`)).status);
    }
    assert.deepEqual(statuses, [200, 200, 429]);
    assert.equal((await ask("/sample", "2001:db8:1:3::1")).status, 200);
  }));

Deno.test("createApp() has no limit by default", async () => {
  const app = createApp({
    ...simpleModels,
  });
  const { headers } = await app.request("/sample");
  assert.equal(headers.get("RateLimit"), null);
});
