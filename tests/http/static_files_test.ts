import { Hono } from "hono";
import assert from "node:assert/strict";
import {
  filesOnDisk,
  listFiles,
  matches,
  serveFile,
} from "../../src/http/static_files.ts";

const top = new URL("../../", import.meta.url);
const root = new URL("../../static/", import.meta.url);

Deno.test("listFiles() lists files of known types, those in folders too", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const top = new URL(`file://${folder}/`);
    await Deno.mkdir(new URL("inner/.git", top), { recursive: true });
    const names = ["a.css", ".env", "b.exe", "c", ".d.css", "inner/e.wasm"];
    for (const name of [...names, "inner/.git/f.js"]) {
      await Deno.writeTextFile(new URL(name, top), name);
    }
    assert.deepEqual(listFiles(top).toSorted(), ["a.css", "inner/e.wasm"]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
  assert.throws(() => listFiles(new URL("none/", root)), Deno.errors.NotFound);
});

Deno.test("serveFile() answers with type, length and tag", async () => {
  const app = new Hono();
  app.get(
    "/look.css",
    serveFile(filesOnDisk(top, ["static"]), "static/look.css"),
  );
  const response = await app.request("/look.css");
  assert.equal(response.headers.get("Content-Type"), "text/css; charset=utf-8");
  const bytes = await response.bytes();
  assert.equal(response.headers.get("Content-Length"), String(bytes.length));
  assert.deepEqual(bytes, await Deno.readFile(new URL("look.css", root)));
  const tag = response.headers.get("ETag")!;
  assert.match(tag, /^"[\da-f]{32}"$/);
  const headers = { "If-None-Match": tag };
  const again = await app.request("/look.css", { headers });
  assert.equal(again.status, 304);
  assert.equal(again.headers.get("ETag"), tag);
});

Deno.test("matches() compares entity tags weakly", () => {
  assert.equal(matches('"a"', '"a"'), true);
  assert.equal(matches('W/"a"', '"a"'), true);
  assert.equal(matches("*", '"a"'), true);
  assert.equal(matches('"b", "c"', '"a"'), false);
  assert.equal(matches(undefined, '"a"'), false);
});
