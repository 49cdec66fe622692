import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { simpleModels } from "./simple_models.ts";

const app = createApp({
  ...simpleModels,
});

Deno.test("GET /docs is a page without inline scripts and styles", async () => {
  for (const path of ["/docs", "/docs/"]) {
    const response = await app.request(path);
    assert.equal(response.status, 200);
    assert.match(response.headers.get("Content-Type") ?? "", /^text\/html/);
    assert.match(
      response.headers.get("Content-Security-Policy") ?? "",
      /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/,
    );
    const page = await response.text();
    assert.doesNotMatch(page, /<style|style=|<script>|\son\w+=|https?:/);
    assert.match(page, /src="\/docs\/viewer\.js"/);
  }
  assert.equal((await app.request("/docs", { method: "POST" })).status, 405);
});

Deno.test("GET /docs has its viewer, compressed for clients that accept it", async () => {
  for (const file of ["/docs/viewer.js", "/docs/viewer.css"]) {
    const headers = { "Accept-Encoding": "br, gzip" };
    const compressed = await app.request(file, { headers });
    assert.equal(compressed.headers.get("Content-Encoding"), "gzip");
    const sent = await compressed.bytes();
    const unpacked = await new Response(
      new Blob([sent]).stream().pipeThrough(new DecompressionStream("gzip")),
    ).text();
    for (const accepted of [null, "gzip;q=0, br", "br, gzip ; q=0"]) {
      const init = accepted === null
        ? {}
        : { headers: { "Accept-Encoding": accepted } };
      const plain = await app.request(file, init);
      assert.equal(plain.headers.get("Content-Encoding"), null);
      assert.match(plain.headers.get("Vary") ?? "", /Accept-Encoding/);
      assert.equal(await plain.text(), unpacked);
    }
    assert.ok(unpacked.includes("swagger"));
  }
});

Deno.test("GET /docs/viewer.js ignores a slash at its end, like every route", async () => {
  const response = await app.request("/docs/viewer.js/");
  const type = response.headers.get("Content-Type");
  assert.equal(type, "text/javascript; charset=utf-8");
  await response.body?.cancel();
});

Deno.test("GET /docs answers 304 to clients that have the page and its viewer", async () => {
  for (const path of ["/docs", "/docs/viewer.js", "/docs/viewer.css"]) {
    const tags = [];
    for (const accepted of ["gzip", "identity"]) {
      const headers: Record<string, string> = { "Accept-Encoding": accepted };
      const response = await app.request(path, { headers });
      await response.body?.cancel();
      const tag = response.headers.get("ETag") ?? "";
      assert.match(tag, /^"[\da-f]{32}(-gzip)?"$/, path);
      headers["If-None-Match"] = tag;
      const again = await app.request(path, { headers });
      assert.equal(again.status, 304, path);
      assert.equal(again.headers.get("ETag"), tag);
      tags.push(tag);
    }
    assert.equal(tags[0] === tags[1], path === "/docs", path);
  }
});
