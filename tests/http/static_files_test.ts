import { Hono } from "hono";
import assert from "node:assert/strict";
import { matches, serveFile } from "../../src/http/static_files.ts";

const root = new URL("../../static/", import.meta.url);
const app = new Hono();
app.get("*", async (c) => {
  const found = await serveFile(c, root, c.req.path.slice(1));
  return found ?? c.text("none", 404);
});

Deno.test("serveFile() tells type, length and entity tag", async () => {
  const response = await app.request("/page.css");
  const content = await Deno.readFile(new URL("page.css", root));
  assert.deepEqual(await response.bytes(), content);
  const { headers } = response;
  assert.equal(headers.get("Content-Type"), "text/css; charset=utf-8");
  assert.equal(headers.get("Content-Length"), String(content.length));
  assert.equal(headers.get("Cache-Control"), "no-cache");
  const wasm = await app.request("/engine/plain.wasm");
  assert.equal(wasm.headers.get("Content-Type"), "application/wasm");
  await wasm.body?.cancel();
});

Deno.test("serveFile() reaches plain names alone", async () => {
  const paths = [
    "/",
    "/engine",
    "/engine/",
    "/nothing.css",
    "/page.css/page.css",
    "/.hidden.css",
    "/%2e%2e/main.ts",
    "/..%2fmain.ts",
    "/engine/..%2fpage.css",
    "//page.css",
    "/page.exe",
    "/C:%5Cx.css",
  ];
  for (const path of paths) {
    assert.equal((await app.request(path)).status, 404, path);
  }
});

Deno.test("matches() compares entity tags", () => {
  const cases: [string | undefined, boolean][] = [
    [undefined, false],
    ["", false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ["*", true],
    ["a", false],
    ['"A"', false],
  ];
  for (const [header, found] of cases) {
    assert.equal(matches(header, '"a"'), found);
  }
});
