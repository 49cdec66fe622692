import assert from "node:assert/strict";
import { type Caches, Versions } from "../../../src/page/offline/versions.ts";

const ORIGIN = "https://inkling.test";

/** Caches in memory. */
function memoryCaches(): Caches & { readonly names: () => string[] } {
  const all = new Map<string, Map<string, Response>>();
  return {
    names: () => [...all.keys()],
    keys: () => Promise.resolve([...all.keys()]),
    delete: (name) => Promise.resolve(all.delete(name)),
    open(name) {
      const files = all.get(name) ?? new Map<string, Response>();
      all.set(name, files);
      return Promise.resolve({
        match: (url: string) => Promise.resolve(files.get(url)?.clone()),
        put: (url: string, response: Response) => {
          files.set(url, response);
          return Promise.resolve();
        },
      } as unknown as Cache);
    },
  };
}

/** A server of texts, whose entity tags are the texts. */
function serverOf(files: Record<string, string>) {
  return (url: string, { cache }: RequestInit): Promise<Response> => {
    assert.equal(cache, "no-cache");
    const text = url === "/files.json"
      ? JSON.stringify(Object.keys(files))
      : files[url];
    return Promise.resolve(
      text === undefined
        ? new Response("", { status: 404 })
        : new Response(text, { headers: { ETag: text } }),
    );
  };
}

async function textOf(versions: Versions, path: string) {
  return await (await versions.find(path))?.text();
}

Deno.test("Versions.update() stores every file", async () => {
  const files = { "/": "page", "/model": "m1" };
  const caches = memoryCaches();
  const versions = new Versions({
    caches,
    fetch: serverOf(files),
    origin: ORIGIN,
  });
  assert.equal(await versions.find("/"), undefined);
  await versions.update();
  assert.equal(await textOf(versions, "/"), "page");
  assert.equal(await textOf(versions, "/model"), "m1");
  assert.equal(await versions.find("/other"), undefined);
});

Deno.test("Versions.update() replaces the version when a model changed, and only then", async () => {
  const files = { "/": "page", "/model": "m1" };
  const caches = memoryCaches();
  const versions = new Versions({
    caches,
    fetch: (url, init) => serverOf(files)(url, init),
    origin: ORIGIN,
  });
  await versions.update();
  const before = caches.names();
  await versions.update();
  assert.deepEqual(caches.names(), before);
  files["/model"] = "m2";
  await versions.update();
  assert.equal(await textOf(versions, "/model"), "m2");
  assert.equal(caches.names().length, 2, "the earlier version is gone");
});

Deno.test("Versions.update() keeps the complete version where a file is missing", async () => {
  const caches = memoryCaches();
  let files: Record<string, string> = { "/": "old", "/model": "m1" };
  const versions = new Versions({
    caches,
    origin: ORIGIN,
    fetch: (url, init) =>
      url === "/model" && files["/"] === "new"
        ? Promise.reject(new TypeError("offline"))
        : serverOf(files)(url, init),
  });
  await versions.update();
  files = { "/": "new", "/model": "m2" };
  await assert.rejects(versions.update(), { message: "offline" });
  assert.equal(await textOf(versions, "/"), "old");
  assert.equal(await textOf(versions, "/model"), "m1");
});

Deno.test("Versions.update() refuses a file that is not found", async () => {
  const versions = new Versions({
    caches: memoryCaches(),
    origin: ORIGIN,
    fetch: (url, init) =>
      url === "/files.json"
        ? Promise.resolve(Response.json(["/", "/gone"]))
        : serverOf({ "/": "page" })(url, init),
  });
  await assert.rejects(versions.update(), {
    message: "/gone answered 404, expected 200",
  });
  assert.equal(await versions.find("/"), undefined);
});
