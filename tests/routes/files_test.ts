import assert from "node:assert/strict";
import { Hono } from "hono";
import { repositoryFiles, serveFiles } from "../../src/routes/files.ts";

const app = new Hono();
const { serve } = serveFiles(
  repositoryFiles(new URL("../../", import.meta.url)),
);
app.use(serve);

/** The addresses that the page names for previews of its link. */
async function previewAddresses(url: string): Promise<string[]> {
  const html = await (await app.request(url)).text();
  assert.doesNotMatch(html, /origin\.invalid/);
  return [...html.matchAll(/og:(?:url|image)" content="([^"]*)"/g)]
    .map(([, address]) => address!);
}

Deno.test("GET / names its own origin for previews of its link", async () => {
  for (const origin of ["https://digits.example", "http://[::1]:8000"]) {
    const addresses = await previewAddresses(`${origin}/?from=mail`);
    assert.deepEqual(addresses, [`${origin}/`, `${origin}/preview.png`]);
  }
});

Deno.test("GET / does not repeat a host that could be HTML", async () => {
  for (const host of [`a"b`, "a'b", "a&quot;b"]) {
    const addresses = await previewAddresses(`http://${host}/`);
    assert.deepEqual(addresses, ["/", "/preview.png"]);
  }
});

Deno.test("GET / has another entity tag under another origin", async () => {
  const tags = await Promise.all(
    ["https://a.example/", "https://b.example/"].map(async (url) => {
      const response = await app.request(url);
      await response.body?.cancel();
      return response.headers.get("ETag");
    }),
  );
  assert.notEqual(tags[0], tags[1]);
});

Deno.test("GET /preview.png is small enough for link previews", async () => {
  const response = await app.request("/preview.png");
  assert.equal(response.headers.get("Content-Type"), "image/png");
  const { length } = await response.bytes();
  assert.ok(length < 100_000, `${length} bytes`);
});
