/**
 * Clients that write a whole body before they read get their refusal, over a
 * real port.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { dropRest } from "../../src/http/drop_rest.ts";
import { simpleModels } from "../routes/simple_models.ts";

const MEGABYTE = 1024 * 1024;

const app = createApp({
  ...simpleModels,
});

/** Serves the application on a free port while `use` runs. */
async function serving(use: (port: number) => Promise<void>): Promise<void> {
  const options = { port: 0, hostname: "127.0.0.1", onListen() {} };
  const server = Deno.serve(options, app.fetch);
  try {
    await use(server.addr.port);
  } finally {
    await server.shutdown();
  }
}

async function writeAll(wire: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += await wire.write(bytes.subarray(at));
  }
}

/** Writes head and body, and only then reads the answer's status. */
async function writeThenRead(
  port: number,
  head: string,
  body: Uint8Array,
): Promise<string> {
  const wire = await Deno.connect({ hostname: "127.0.0.1", port });
  try {
    await writeAll(wire, new TextEncoder().encode(head));
    await writeAll(wire, body);
    const answer = new Uint8Array(4096);
    const length = await wire.read(answer) ?? 0;
    return new TextDecoder().decode(answer.subarray(0, length)).slice(9, 12);
  } finally {
    wire.close();
  }
}

Deno.test("a client that writes megabytes before it reads gets its refusal", () =>
  serving(async (port) => {
    const length = 6 * MEGABYTE;
    const body = new Uint8Array(length);
    const cases: [string, string, string][] = [
      ["413", "/recognize", "image/jpeg"],
      ["415", "/recognize", "image/heic"],
      ["400", "/recognize?top=99", "image/jpeg"],
      ["404", "/nowhere", "image/jpeg"],
      ["405", "/sample", "image/jpeg"],
      ["413", "/v2/models/recognizer/infer", "application/json"],
    ];
    for (const [status, path, type] of cases) {
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\n` +
        `Content-Length: ${length}\r\nContent-Type: ${type}\r\n\r\n`;
      assert.equal(await writeThenRead(port, head, body), status, path);
    }
  }));

/** A body in chunks of 64 KiB. */
function chunked(chunks: number): Uint8Array {
  const before = new TextEncoder().encode("10000\r\n");
  const size = before.length + 0x10000 + 2;
  const body = new Uint8Array(chunks * size + 5);
  for (let i = 0; i < chunks; i++) {
    body.set(before, i * size);
    body.set([13, 10], (i + 1) * size - 2);
  }
  body.set(new TextEncoder().encode("0\r\n\r\n"), chunks * size);
  return body;
}

Deno.test("a client that streams megabytes before it reads gets its refusal", () =>
  serving(async (port) => {
    for (const path of ["/recognize", "/v2/models/recognizer/infer"]) {
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\n` +
        "Transfer-Encoding: chunked\r\nContent-Type: image/jpeg\r\n\r\n";
      assert.equal(await writeThenRead(port, head, chunked(96)), "413");
    }
  }));

Deno.test("a client over HTTP/2 gets its refusal of any length", () =>
  serving(async (port) => {
    // Deno ends the stream early, but without an error and after the answer.
    using client = Deno.createHttpClient({ http1: false, http2: true });
    for (const path of ["/recognize", "/v2/models/recognizer/infer"]) {
      for (const megabytes of [3, 30]) {
        const response = await fetch(`http://127.0.0.1:${port}${path}`, {
          client,
          method: "POST",
          headers: { "Content-Type": "image/jpeg" },
          body: new Uint8Array(megabytes * MEGABYTE),
        });
        assert.equal(response.status, 413, `${megabytes} MB`);
        assert.match(await response.text(), /at most 2097152 bytes/);
      }
    }
  }));

Deno.test("dropRest() drops no more than 8 MiB", async () => {
  let sent = 0;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += MEGABYTE;
      controller.enqueue(new Uint8Array(MEGABYTE));
    },
    cancel: () => void (isCancelled = true),
  });
  await dropRest(body.getReader());
  assert.ok(sent >= 8 * MEGABYTE && sent <= 10 * MEGABYTE, `${sent} bytes`);
  assert.ok(isCancelled);
});

Deno.test("dropRest() gives up on a body that does not arrive", async () => {
  const began = performance.now();
  await dropRest(new ReadableStream<Uint8Array>().getReader());
  const took = performance.now() - began;
  assert.ok(took > 900 && took < 5000, `${took} ms`);
});
