/**
 * Requests on the wire: in pieces, chunked, pipelined, broken and broken off.
 *
 * @module
 */

import fc from "fast-check";
import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { simpleModels } from "../routes/simple_models.ts";
import { FUZZ } from "./runs.ts";

const app = createApp({
  ...simpleModels,
  onError: () => {},
});

/** Milliseconds in which the server answers or hangs up. */
const MOST = 2000;

/** How a body is sent. */
const framing = fc.constantFrom("length", "chunked", "short", "broken");

/** A request, written out; complete if the server can know where it ends. */
const request = fc.record({
  path: fc.constantFrom("/recognize", "/sample?seed=1", "/livez", "/nowhere"),
  type: fc.constantFrom("application/octet-stream", "application/json", ""),
  body: fc.uint8Array({ maxLength: 900 }),
  framing,
  chunk: fc.integer({ min: 1, max: 400 }),
}).map(({ path, type, body, framing, chunk }) => {
  const lines = [`POST ${path} HTTP/1.1`, "Host: x"];
  if (type !== "") lines.push(`Content-Type: ${type}`);
  const text = String.fromCharCode(...body);
  let rest = text;
  if (framing === "length") lines.push(`Content-Length: ${body.length}`);
  if (framing === "short") lines.push(`Content-Length: ${body.length + 50}`);
  if (framing === "chunked" || framing === "broken") {
    lines.push("Transfer-Encoding: chunked");
    rest = "";
    for (let at = 0; at < text.length; at += chunk) {
      const part = text.slice(at, at + chunk);
      rest += `${part.length.toString(16)}\r\n${part}\r\n`;
    }
    rest += framing === "chunked" ? "0\r\n\r\n" : "zz\r\n";
  }
  const isWhole = framing === "length" || framing === "chunked";
  return { bytes: `${lines.join("\r\n")}\r\n\r\n${rest}`, isWhole };
});

/** Bytes of a text whose characters are bytes. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Sends bytes in pieces and returns all that comes back. */
async function exchange(
  port: number,
  bytes: Uint8Array,
  piece: number,
): Promise<string> {
  const wire = await Deno.connect({ hostname: "127.0.0.1", port });
  let answer = "";
  const reading = (async () => {
    const buffer = new Uint8Array(1 << 16);
    for (;;) {
      const length = await wire.read(buffer).catch(() => null);
      if (length === null) return;
      answer += new TextDecoder("latin1").decode(buffer.subarray(0, length));
    }
  })();
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      await wire.write(bytes.subarray(at, at + piece));
      if (at % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await wire.closeWrite();
  } catch {
    // The server hung up first, as it may.
  }
  await reading;
  wire.close();
  return answer;
}

Deno.test("the service answers any bytes on the wire, or hangs up", async () => {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    app.fetch,
  );
  const { port } = server.addr;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(request, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 20, max: 2000 }),
        fc.boolean(),
        async (requests, piece, cut) => {
          const all = requests.map(({ bytes }) => bytes).join("");
          const bytes = bytesOf(all);
          const sent = cut ? bytes.subarray(0, bytes.length / 2) : bytes;
          const began = performance.now();
          const answer = await exchange(port, sent, piece);
          const took = performance.now() - began;
          assert.ok(took < MOST, `${took} ms`);
          const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d+) /g)]
            .map(([, status]) => Number(status));
          assert.ok(statuses.every((status) => status < 500), answer);
          if (cut) return;
          // A refusal may come before the body was read, and hang up then.
          const least = requests[0]!.isWhole ? 1 : 0;
          assert.ok(statuses.length >= least, `${statuses}`);
          assert.ok(statuses.length <= requests.length, `${statuses}`);
        },
      ),
      FUZZ,
    );
    const alive = await fetch(`http://127.0.0.1:${port}/livez`);
    assert.equal(alive.status, 200);
    await alive.body?.cancel();
  } finally {
    await server.shutdown();
  }
});

Deno.test("the service answers others while a client is slow", async () => {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    app.fetch,
  );
  const { port } = server.addr;
  const slow = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const wire = await Deno.connect({ hostname: "127.0.0.1", port });
      await wire.write(bytesOf(
        "POST /recognize HTTP/1.1\r\nHost: x\r\nContent-Length: 784\r\n" +
          "Content-Type: application/octet-stream\r\n\r\n0",
      ));
      return wire;
    }),
  );
  try {
    for (let turn = 0; turn < 20; turn++) {
      const began = performance.now();
      const response = await fetch(`http://127.0.0.1:${port}/recognize`, {
        method: "POST",
        headers: { "Content-Type": "application/octet-stream" },
        body: new Uint8Array(784),
      });
      assert.equal(response.status, 200);
      await response.body?.cancel();
      assert.ok(performance.now() - began < MOST);
    }
  } finally {
    for (const wire of slow) wire.close();
    await server.shutdown();
  }
});
