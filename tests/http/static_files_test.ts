import { Hono } from "hono";
import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import {
  filesOnDisk,
  listFiles,
  matches,
  serveFile,
} from "../../src/http/static_files.ts";

const top = new URL("../../", import.meta.url);
const root = new URL("../../static/", import.meta.url);

Deno.test("listFiles() lists files of known types, also in folders", async () => {
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

/** Requests a served file with an `Accept-Encoding`. */
async function requestFile(path: string, headers: Record<string, string>) {
  const app = new Hono();
  app.get("/file", serveFile(filesOnDisk(top, ["static"]), path));
  return await app.request("/file", { headers });
}

const DECODERS = { br: brotliDecompressSync, gzip: gunzipSync };

for (const encoding of ["br", "gzip"] as const) {
  Deno.test(`serveFile() compresses with ${encoding} for clients that accept it`, async () => {
    const path = "static/index.html";
    const accept = { "Accept-Encoding": encoding };
    const response = await requestFile(path, accept);
    assert.equal(response.headers.get("Content-Encoding"), encoding);
    assert.equal(response.headers.get("Vary"), "Accept-Encoding");
    const bytes = await response.bytes();
    assert.equal(response.headers.get("Content-Length"), `${bytes.length}`);
    const content = await Deno.readFile(new URL(path, top));
    assert.ok(bytes.length < content.length / 2);
    assert.deepEqual(new Uint8Array(DECODERS[encoding](bytes)), content);
    const tag = response.headers.get("ETag")!;
    const again = await requestFile(path, { ...accept, "If-None-Match": tag });
    assert.equal(again.status, 304);
    const other = await requestFile(path, { "If-None-Match": tag });
    assert.equal(other.status, 200, "a tag names one encoding");
    assert.equal(other.headers.get("Content-Encoding"), null);
  });
}

Deno.test("serveFile() sends a file uncompressed if compression gains little", async () => {
  const read = () =>
    Promise.resolve(crypto.getRandomValues(new Uint8Array(99)));
  const app = new Hono();
  app.get("/file", serveFile({ list: () => [], read }, "noise.wasm"));
  const headers = { "Accept-Encoding": "br" };
  const response = await app.request("/file", { headers });
  assert.equal(response.headers.get("Content-Encoding"), null);
  assert.equal((await response.bytes()).length, 99);
});

Deno.test("serveFile() compresses a changed file anew", async () => {
  let text = "a".repeat(999);
  const read = () => Promise.resolve(new TextEncoder().encode(text));
  const app = new Hono();
  app.get("/file", serveFile({ list: () => [], read }, "file.txt"));
  const ask = async () => {
    const headers = { "Accept-Encoding": "gzip" };
    const response = await app.request("/file", { headers });
    return gunzipSync(await response.bytes()).toString();
  };
  assert.equal(await ask(), text);
  text = "b".repeat(999);
  assert.equal(await ask(), text);
});
