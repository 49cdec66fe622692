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
