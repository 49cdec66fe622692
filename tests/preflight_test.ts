/**
 * Pages of other origins may call every route: each answers preflights, and
 * allows the headers that they name.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createApp } from "../src/app.ts";
import { listFiles } from "../src/http/static_files.ts";
import { simpleModels } from "./routes/simple_models.ts";

const app = createApp(simpleModels);

const READ = "GET, HEAD, OPTIONS";

/** Every path of the document and every file of the page, with its methods. */
async function everyPath(): Promise<[string, string][]> {
  const { paths } = await (await app.request("/openapi.json")).json();
  const root = new URL("../static/", import.meta.url);
  return [
    ...Object.keys(paths).map((path): [string, string] => [
      path,
      "post" in paths[path] ? "POST, OPTIONS" : READ,
    ]),
    ...[
      ...["/", "/docs/", "/docs/viewer.js", "/docs/viewer.css", "/v2/"],
      ...["/v2/models/generator/ready/", "/models/recognizer.safetensors"],
      ...listFiles(root).filter((file) => file !== "index.html")
        .map((file) => `/${file}`),
    ].map((path): [string, string] => [path, READ]),
  ];
}

function preflight(
  service: ReturnType<typeof createApp>,
  path: string,
  method: string,
  origin = "https://app.example",
) {
  return service.request(path, {
    method: "OPTIONS",
    headers: {
      "Origin": origin,
      "Access-Control-Request-Method": method,
      "Access-Control-Request-Headers":
        "Authorization, content-type,x-request-id",
    },
  });
}

Deno.test("createApp() answers preflights of every route, file and method", async () => {
  const paths = await everyPath();
  assert.ok(paths.length > 30, `${paths.length} paths`);
  for (const [path, allow] of [...paths, ["/nowhere", null]] as const) {
    for (const method of ["GET", "HEAD", "POST"]) {
      const { status, headers, body } = await preflight(app, path, method);
      const what = `${method} ${path}`;
      assert.equal(status, 204, what);
      assert.equal(body, null, what);
      assert.equal(headers.get("Access-Control-Allow-Origin"), "*", what);
      const methods = headers.get("Access-Control-Allow-Methods") ?? "";
      assert.ok(methods.split(",").includes(method), what);
      assert.equal(
        headers.get("Access-Control-Allow-Headers"),
        "Authorization,content-type,x-request-id",
        what,
      );
      assert.equal(headers.get("Access-Control-Max-Age"), "86400", what);
      assert.equal(headers.get("Allow"), allow, what);
      // A header by itself: "*" would not cover Authorization.
      const vary = headers.get("Vary") ?? "";
      assert.match(vary, /Access-Control-Request-Headers/, what);
    }
  }
});

Deno.test("createApp() names the methods of every route and file", async () => {
  for (const [path, allow] of await everyPath()) {
    const options = await app.request(path, { method: "OPTIONS" });
    assert.equal(options.status, 204, path);
    assert.equal(options.headers.get("Allow"), allow, path);
    for (const method of ["GET", "HEAD", "POST", "PUT", "DELETE", "BREW"]) {
      if (allow.split(", ").includes(method)) continue;
      const { status, headers } = await app.request(path, { method });
      assert.equal(status, 405, `${method} ${path}`);
      assert.equal(headers.get("Allow"), allow, `${method} ${path}`);
    }
  }
});

Deno.test("createApp() knows no methods of unknown paths", async () => {
  const paths = ["/nowhere", "/v2/nowhere", "/v2/models/x", "/look.css/"];
  for (const path of paths) {
    const response = await app.request(path, { method: "OPTIONS" });
    assert.equal(response.status, 404, path);
    assert.equal(response.headers.get("Allow"), null, path);
    assert.equal((await response.json()).status, 404);
  }
});

Deno.test("createApp() answers OPTIONS for the server as a whole", async () => {
  // Deno makes this path of `OPTIONS *`.
  const response = await app.request("/*", { method: "OPTIONS" });
  assert.equal(response.status, 204);
  assert.equal(response.headers.get("Allow"), "GET, HEAD, POST, OPTIONS");
});

Deno.test("createApp() allows only the configured origins", async () => {
  const origin = "https://app.example";
  const service = createApp({ ...simpleModels, corsOrigins: [origin] });
  for (const path of ["/recognize", "/docs", "/metrics", "/v2", "/"]) {
    const allowed = await preflight(service, path, "POST", origin);
    assert.equal(allowed.headers.get("Access-Control-Allow-Origin"), origin);
    const other = await preflight(service, path, "POST", "https://evil.test");
    assert.equal(other.headers.get("Access-Control-Allow-Origin"), null);
    for (const { headers } of [allowed, other]) {
      assert.match(headers.get("Vary") ?? "", /\bOrigin\b/, path);
    }
  }
});

Deno.test("createApp() answers preflights while it is full or stopping", async () => {
  const full = createApp({ ...simpleModels, capacity: 0 });
  assert.equal((await full.request("/sample")).status, 503);
  const stopping = createApp(simpleModels);
  await stopping.stop();
  for (const service of [full, stopping]) {
    const { status, headers } = await preflight(service, "/recognize", "POST");
    assert.equal(status, 204);
    assert.equal(headers.get("Allow"), "POST, OPTIONS");
    assert.match(headers.get("Accept-Post") ?? "", /image\/png/);
  }
});
