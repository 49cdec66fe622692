/**
 * The application over a real port: streaming, limits, and the wire.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createApp } from "../src/app.ts";
import { simpleModels } from "./routes/simple_models.ts";

/** Serves the application on a free port while `use` runs. */
async function serving(use: (origin: string) => Promise<void>): Promise<void> {
  const app = createApp({
    ...simpleModels,
  });
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    app.fetch,
  );
  try {
    await use(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** Opens a connection and sends the beginning of a request. */
async function connect(origin: string, head: string): Promise<Deno.TcpConn> {
  const wire = await Deno.connect({
    hostname: "127.0.0.1",
    port: Number(new URL(origin).port),
  });
  await wire.write(new TextEncoder().encode(head));
  return wire;
}

Deno.test("the service answers over a real port", () =>
  serving(async (origin) => {
    const response = await fetch(`${origin}/recognize`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: new Uint8Array(784),
    });
    assert.equal(response.status, 200);
    // Only a body that is not copied through a stream has a length.
    const text = await response.text();
    assert.equal(response.headers.get("Content-Length"), `${text.length}`);
    assert.equal(JSON.parse(text).reason, "blank");
  }));

Deno.test("the service answers HEAD like GET, without the body", () =>
  serving(async (origin) => {
    const { paths } = await (await fetch(`${origin}/openapi.json`)).json();
    for (const path of Object.keys(paths)) {
      if (!("get" in paths[path])) continue;
      const url = `${origin}${path}${path === "/sample" ? "?seed=1" : ""}`;
      const get = await fetch(url);
      const bytes = await get.bytes();
      const head = await fetch(url, { method: "HEAD" });
      assert.equal(head.status, get.status, path);
      assert.equal(await head.text(), "");
      for (const name of ["Content-Type", "Content-Length", "ETag"]) {
        // What is counted and timed changes.
        if (path === "/metrics" && name === "Content-Length") continue;
        const value = get.headers.get(name);
        assert.equal(head.headers.get(name), value, `${path}: ${name}`);
      }
      if (!get.headers.has("Content-Encoding")) {
        const length = Number(get.headers.get("Content-Length"));
        assert.equal(length, bytes.length, path);
      }
      assert.notEqual(head.headers.get("Content-Length"), "0", path);
    }
  }));

Deno.test("the service refuses a POST of nothing as empty", () =>
  serving(async (origin) => {
    const response = await fetch(`${origin}/recognize`, { method: "POST" });
    assert.equal(response.status, 422);
    assert.equal((await response.json()).detail, "The body is empty");
  }));

Deno.test("the service refuses a body that streams past 2 MiB", () =>
  serving(async (origin) => {
    let sent = 0;
    const part = new Uint8Array(64 * 1024);
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += part.length;
        if (sent > 8 * 1024 * 1024) controller.close();
        else controller.enqueue(part);
      },
    });
    const response = await fetch(`${origin}/recognize`, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body,
    });
    assert.equal(response.status, 413);
    assert.equal((await response.json()).title, "Content Too Large");
  }));

Deno.test("the service refuses a Content-Length above 2 MiB before the body is sent", () =>
  serving(async (origin) => {
    const wire = await connect(
      origin,
      "POST /recognize HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n" +
        "Content-Type: image/png\r\nConnection: close\r\n\r\n",
    );
    const answer = new Uint8Array(4096);
    const length = await wire.read(answer) ?? 0;
    wire.close();
    assert.match(
      new TextDecoder().decode(answer.subarray(0, length)),
      /^HTTP\/1.1 413 /,
    );
  }));

Deno.test("the service survives a client that disconnects mid-request", () =>
  serving(async (origin) => {
    const wire = await connect(
      origin,
      "POST /recognize HTTP/1.1\r\nHost: x\r\nContent-Length: 784\r\n" +
        "Content-Type: application/octet-stream\r\n\r\nabc",
    );
    wire.close();
    const response = await fetch(`${origin}/livez`);
    assert.deepEqual(await response.json(), { status: "live" });
  }));
