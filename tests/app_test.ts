import assert from "node:assert/strict";
import { createApp } from "../src/app.ts";
import { loadSimpleGenerator, simpleModels } from "./routes/simple_models.ts";

const app = createApp(simpleModels);

/** Headers of every answer, and patterns of their values. */
const HEADERS = {
  "X-Request-Id": /^[\da-f-]{36}$/,
  "Server-Timing": /(^|,)total;dur=\d+\.\d$/,
  "Access-Control-Allow-Origin": /^\*$/,
  "Access-Control-Expose-Headers":
    /^RateLimit,RateLimit-Policy,Retry-After,Server-Timing,ETag,X-Request-Id,Content-Location,X-Digits,Inference-Header-Content-Length$/,
  "Content-Security-Policy": /^default-src 'none'; script-src 'self' /,
  "Cross-Origin-Resource-Policy": /^cross-origin$/,
  "X-Content-Type-Options": /^nosniff$/,
};

function post(
  app: ReturnType<typeof createApp>,
  length: number,
  headers: HeadersInit = {},
) {
  return app.request("/recognize", {
    method: "POST",
    body: new Uint8Array(length),
    headers: { "Content-Type": "application/octet-stream", ...headers },
  });
}

Deno.test("createApp() puts the same headers on every answer", async () => {
  const broken = createApp({
    ...simpleModels,
    generator: () => Promise.reject(new TypeError("broken")),
    onError: () => {},
  });
  const cases: [Response, number][] = [
    [await app.request("/livez"), 200],
    [await app.request("/"), 200],
    [await app.request("/sample"), 200],
    [await app.request("/sample", { method: "HEAD" }), 200],
    [await post(app, 784), 200],
    [await post(app, 784, { Origin: "https://example.com" }), 200],
    [await app.request("/models", { method: "OPTIONS" }), 204],
    [await app.request("/sample?digit=10"), 400],
    [await app.request("/nowhere"), 404],
    [await app.request("/recognize"), 405],
    [await app.request("/models", { headers: { Accept: "text/css" } }), 406],
    [await post(app, 3 << 20), 413],
    [await post(app, 785), 422],
    [await broken.request("/sample?seed=1"), 500],
    [await broken.request("/readyz"), 503],
  ];
  for (const [response, status] of cases) {
    assert.equal(response.status, status);
    for (const [name, pattern] of Object.entries(HEADERS)) {
      const value = response.headers.get(name) ?? "";
      assert.match(value, pattern, `${status}: ${name}`);
    }
    await response.body?.cancel();
  }
});

Deno.test("createApp() times recognizing and generating", async () => {
  const timing = async (response: Promise<Response> | Response) =>
    (await response).headers.get("Server-Timing") ?? "";
  const parts = (name: string) =>
    new RegExp(`^${name};dur=\\d+\\.\\d{3},total;dur=\\d+\\.\\d$`);
  assert.match(await timing(post(app, 784)), parts("recognize"));
  assert.match(await timing(app.request("/sample")), parts("generate"));
});

Deno.test("createApp() drops headers of a failed answer from its refusal", async () => {
  const broken = createApp({
    ...simpleModels,
    generator: () =>
      loadSimpleGenerator({
        draw: () => {
          throw new Error("broken");
        },
      }),
    onError: () => {},
  });
  const { status, headers } = await broken.request("/sample?seed=1");
  assert.equal(status, 500);
  assert.equal(headers.get("Cache-Control"), "no-store");
  for (const name of ["ETag", "X-Digits", "Content-Location", "Vary"]) {
    assert.equal(headers.get(name), null);
  }
});

Deno.test("createApp() echoes valid request ids only", async () => {
  const id = async (sent: string) => {
    const headers = { "X-Request-Id": sent };
    const response = await app.request("/livez", { headers });
    return response.headers.get("X-Request-Id");
  };
  assert.equal(await id("abc-123"), "abc-123");
  for (const odd of ["a b", "<script>", "x".repeat(129), "a\tb", '"', "é"]) {
    assert.notEqual(await id(odd), odd);
  }
});

Deno.test("createApp() answers unknown paths with 404", async () => {
  const paths = ["/nowhere", "/static/", "/../deno.json", "/.git/config"];
  for (
    const path of [...paths, "/%2e%2e/deno.json", "/look.css/x.js", "/%00"]
  ) {
    const response = await app.request(path);
    assert.equal(response.status, 404, path);
    assert.equal((await response.json()).title, "Not Found");
  }
});

Deno.test("createApp() answers wrong methods with 405 and Allow", async () => {
  const cases: [string, string, string][] = [
    ["GET", "/recognize", "POST, OPTIONS"],
    ["HEAD", "/recognize", "POST, OPTIONS"],
    ["DELETE", "/recognize", "POST, OPTIONS"],
    ["POST", "/sample", "GET, HEAD, OPTIONS"],
    ["PUT", "/models", "GET, HEAD, OPTIONS"],
    ["POST", "/livez", "GET, HEAD, OPTIONS"],
    ["POST", "/livez/", "GET, HEAD, OPTIONS"],
    ["GET", "/recognize/", "POST, OPTIONS"],
    ["POST", "/", "GET, HEAD, OPTIONS"],
    ["BREW", "/look.css", "GET, HEAD, OPTIONS"],
  ];
  for (const [method, path, allow] of cases) {
    const response = await app.request(path, { method });
    assert.equal(response.status, 405, `${method} ${path}`);
    assert.equal(response.headers.get("Allow"), allow);
  }
});

Deno.test("createApp() answers HEAD like GET without a body", async () => {
  for (const path of ["/", "/sample?seed=1", "/models", "/readyz"]) {
    const head = await app.request(path, { method: "HEAD" });
    const get = await app.request(path);
    assert.equal(head.status, 200);
    assert.equal((await head.bytes()).length, 0);
    for (const name of ["Content-Type", "ETag", "Cache-Control"]) {
      assert.equal(head.headers.get(name), get.headers.get(name));
    }
    await get.body?.cancel();
  }
});

Deno.test("createApp() answers OPTIONS with Allow", async () => {
  const cases: [string, string][] = [
    ["/recognize", "POST, OPTIONS"],
    ["/sample", "GET, HEAD, OPTIONS"],
    ["/sample/", "GET, HEAD, OPTIONS"],
  ];
  for (const [path, allow] of cases) {
    const response = await app.request(path, { method: "OPTIONS" });
    assert.equal(response.status, 204);
    assert.equal(response.headers.get("Allow"), allow);
  }
  const { headers } = await app.request("/recognize", { method: "OPTIONS" });
  assert.match(headers.get("Accept-Post") ?? "", /image\/png/);
});

Deno.test("createApp() answers preflights of every route", async () => {
  const paths = ["/recognize", "/sample", "/models", "/livez", "/readyz", "/"];
  const files = ["/look.css", "/models/recognizer.safetensors"];
  for (const path of [...paths, ...files]) {
    const { status, headers } = await app.request(path, {
      method: "OPTIONS",
      headers: {
        "Origin": "capacitor://localhost",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization, content-type",
      },
    });
    assert.equal(status, 204, path);
    assert.equal(headers.get("Access-Control-Allow-Origin"), "*");
    assert.equal(
      headers.get("Access-Control-Allow-Headers"),
      "authorization,content-type",
    );
    assert.match(headers.get("Access-Control-Allow-Methods") ?? "", /POST/);
    assert.equal(headers.get("Access-Control-Max-Age"), "86400");
  }
});

Deno.test("createApp() serves the page and its files with entity tags", async () => {
  const cases = [["/", "text/html"], ["/look.css", "text/css"], [
    "/favicon.svg",
    "image/svg+xml",
  ]] as const;
  for (const [path, type] of cases) {
    const response = await app.request(path);
    assert.equal(response.status, 200, path);
    assert.ok(response.headers.get("Content-Type")?.startsWith(type));
    const tag = response.headers.get("ETag") ?? "";
    assert.match(tag, /^"[\da-f]{32}"$/);
    assert.ok((await response.bytes()).length > 0);
    const again = await app.request(path, {
      headers: { "If-None-Match": tag },
    });
    assert.equal(again.status, 304);
  }
});

Deno.test("createApp() describes the models", async () => {
  const { recognizer, generator } = await (await app.request("/models")).json();
  assert.equal(recognizer.name, "recognizer-00c0ffee");
  assert.equal(generator.bytes, 1234);
  assert.deepEqual(recognizer.training, { accuracy: 0.5 });
  assert.equal((await app.request("/models?x=1")).status, 400);
});

Deno.test("createApp() is ready only when both models pass their self-test", async () => {
  assert.equal((await app.request("/readyz")).status, 200);
  const broken = createApp({
    ...simpleModels,
    generator: () => loadSimpleGenerator({ selfTest: () => false }),
  });
  const response = await broken.request("/readyz");
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("Retry-After"), "1");
  assert.match((await response.json()).detail, /generator fails/);
  assert.equal((await broken.request("/livez")).status, 200);
});

Deno.test("createApp() is not ready if the generator does not load", async () => {
  const broken = createApp({
    ...simpleModels,
    generator: () => Promise.reject(new TypeError("secret /home/path")),
    onError: () => {},
  });
  const response = await broken.request("/readyz");
  assert.equal(response.status, 503);
  const { detail } = await response.json();
  assert.equal(detail, "The generator does not load");
  assert.equal((await broken.request("/sample")).status, 500);
  assert.equal((await broken.request("/livez")).status, 200);
});

Deno.test("createApp() refuses with 503 while stopping", async () => {
  const stopping = createApp(simpleModels);
  await stopping.stop();
  for (const path of ["/readyz", "/sample", "/models"]) {
    const response = await stopping.request(path);
    assert.equal(response.status, 503, path);
    assert.equal(response.headers.get("Retry-After"), "1");
  }
  assert.equal((await stopping.request("/livez")).status, 200);
});

Deno.test("createApp() refuses requests over its capacity with 503", async () => {
  const small = createApp({ ...simpleModels, capacity: 1 });
  const { readable, writable } = new TransformStream<Uint8Array>();
  const first = small.request("/recognize", {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: readable,
  });
  const refused = await small.request("/sample");
  assert.equal(refused.status, 503);
  const writer = writable.getWriter();
  await writer.write(new Uint8Array(784));
  await writer.close();
  assert.equal((await first).status, 200);
  assert.equal((await small.request("/sample")).status, 200);
});

Deno.test("createApp() hides the details of unexpected errors", async () => {
  const faults: unknown[] = [];
  const broken = createApp({
    ...simpleModels,
    generator: () =>
      loadSimpleGenerator({
        draw: () => {
          throw new Error("secret /home/path");
        },
      }),
    onError: (error) => faults.push(error),
  });
  const response = await broken.request("/sample");
  assert.equal(response.status, 500);
  const text = await response.text();
  assert.doesNotMatch(text, /secret|stack|\.ts/);
  assert.equal(faults.length, 1);
  assert.match(String(faults[0]), /secret/);
});

Deno.test("createApp() lets only pages of the configured origins read answers", async () => {
  const strict = createApp({
    ...simpleModels,
    corsOrigins: ["https://a.example"],
  });
  const cases = [["https://a.example", "https://a.example"], [
    "https://b.example",
    null,
  ]] as const;
  for (const [origin, allowed] of cases) {
    for (const method of ["GET", "OPTIONS"]) {
      const init = { method, headers: { Origin: origin } };
      const { headers } = await strict.request("/models", init);
      assert.equal(headers.get("Access-Control-Allow-Origin"), allowed);
      assert.match(headers.get("Vary") ?? "", /Origin/);
    }
  }
});

Deno.test("createApp() reads bodies up to the configured length", async () => {
  const small = createApp({ ...simpleModels, maxBody: 1568 });
  assert.equal((await post(small, 1568)).status, 200);
  assert.equal((await post(small, 3 * 784)).status, 413);
});
