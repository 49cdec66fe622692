/**
 * The program as it is started, with the permissions that it is documented to
 * need and the models that it ships with.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createClient } from "../src/client.ts";
import { encodePng } from "../src/image/png/encode.ts";
import { fourColours } from "./image/jpeg/four_colours.ts";
import { manyScans } from "./image/jpeg/many_scans.ts";
import { encodeWebp } from "./image/webp/encode.ts";
import { start, withFiles } from "./start.ts";

const OCTETS = { "Content-Type": "application/octet-stream" };

Deno.test("main.ts serves the shipped models and stops on SIGTERM", async () => {
  const { origin, stop } = await start();
  try {
    const ready = await fetch(`${origin}/readyz`);
    assert.deepEqual(await ready.json(), { status: "ready" });
    const bar = { strokes: [{ x: [50, 50], y: [10, 90] }] };
    const one = await fetch(`${origin}/recognize`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(bar),
    });
    const { digit, model } = await one.json();
    assert.equal(digit, 1);
    const { recognizer } = await (await fetch(`${origin}/models`)).json();
    assert.equal(model, recognizer.name);
    const sample = `${origin}/sample?seed=7&count=10&format=raw`;
    const [first, again] = await Promise.all([fetch(sample), fetch(sample)]);
    assert.deepEqual(await first.bytes(), await again.bytes());
    const page = await fetch(`${origin}/`);
    assert.match(await page.text(), /<!doctype html>/i);
  } finally {
    const { code } = await stop("SIGTERM");
    assert.equal(code, 0);
  }
});

Deno.test("main.ts prints no warning of the runtime", async () => {
  const { origin, pid, ended } = await start();
  // A long request: it can be cancelled.
  const sample = await fetch(`${origin}/sample?seed=7&count=100&format=png`);
  await sample.bytes();
  assert.equal(sample.status, 200);
  Deno.kill(pid, "SIGTERM");
  const { printed } = await ended();
  const lines = printed.trim().split("\n");
  const others = lines.filter((line) =>
    !line.startsWith("Listening on ") && !line.startsWith('{"time":')
  );
  assert.deepEqual(others, []);
});

Deno.test("main.ts loads every route with its permissions", async () => {
  const { origin, stop } = await start();
  try {
    const paths = [
      ...["/docs", "/livez", "/metrics", "/models", "/openapi.json", "/readyz"],
      ...["/v2", "/v2/models/generator", "/sample?format=png&seed=1"],
      "/sample?text=12&format=svg&seed=1",
    ];
    for (const path of paths) {
      const response = await fetch(origin + path);
      await response.bytes();
      assert.equal(response.status, 200, path);
    }
  } finally {
    await stop("SIGKILL");
  }
});

Deno.test("main.ts decodes every format with its permissions", async () => {
  const [width, height] = [32, 32];
  const data = new Uint8ClampedArray(4 * width * height).fill(255);
  const pictures: [string, Uint8Array<ArrayBuffer>][] = [
    ["image/png", encodePng({ width, height, pixels: new Uint8Array(1024) })],
    ["image/jpeg", manyScans(32, 1)],
    ["image/jpeg", fourColours(4, 4, () => [255, 255, 255, 255], 0)],
    ["image/webp", await encodeWebp({ width, height, data })],
  ];
  const { origin, stop } = await start();
  try {
    for (const [type, body] of pictures) {
      const response = await fetch(`${origin}/recognize`, {
        method: "POST",
        headers: { "Content-Type": type },
        body,
      });
      assert.equal((await response.json()).reason, "blank", type);
    }
  } finally {
    await stop("SIGTERM");
  }
});

Deno.test("main.ts answers although nobody reads its log any more", async () => {
  const { origin, output, stop } = await start();
  try {
    await output.cancel();
    for (let i = 0; i < 3; i++) {
      const response = await fetch(`${origin}/livez`);
      assert.deepEqual(await response.json(), { status: "live" });
    }
  } finally {
    await stop("SIGTERM");
  }
});

/** Of the 768 MB that an instance has on Deno Deploy; some 300 are taken. */
const MOST_MEGABYTES = 448;

Deno.test({
  name: "main.ts reads the largest pictures in the memory of an edge instance",
  ignore: Deno.build.os !== "linux", // It is Linux that tells.
  fn: async () => {
    const { origin, pid, stop } = await start();
    try {
      const body = manyScans(4096, 2);
      // A busy machine may take so long that the service asks to come back.
      const client = createClient(origin, { retries: 10 });
      const answers = Array.from({ length: 8 }, async () => {
        const picture = new Blob([body], { type: "image/jpeg" });
        assert.equal((await client.recognize(picture)).reason, "blank");
      });
      await Promise.all(answers);
      const status = await Deno.readTextFile(`/proc/${pid}/status`);
      const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
      assert.ok(peak < MOST_MEGABYTES, `${peak} MB`);
    } finally {
      await stop("SIGTERM");
    }
  },
});

Deno.test("main.ts finishes requests in flight on SIGINT", async () => {
  const { port, stop } = await start();
  const wire = await Deno.connect({ hostname: "127.0.0.1", port });
  const write = (text: string) => wire.write(new TextEncoder().encode(text));
  await write(
    "POST /recognize HTTP/1.1\r\nHost: x\r\nContent-Length: 784\r\n" +
      "Content-Type: application/octet-stream\r\nExpect: 100-continue\r\n\r\n",
  );
  // The service asks for the body: the request is in flight.
  const answer = new Uint8Array(4096);
  await wire.read(answer);
  const stopped = stop("SIGINT");
  await write("\0".repeat(784));
  const length = await wire.read(answer) ?? 0;
  const text = new TextDecoder().decode(answer.subarray(0, length));
  wire.close();
  assert.match(text, /^HTTP\/1.1 200 /);
  assert.equal((await stopped).code, 0);
  await assert.rejects(
    fetch(`http://127.0.0.1:${port}/livez`, {
      method: "POST",
      headers: OCTETS,
    }),
  );
});

Deno.test("main.ts stops at once when nothing is in flight", async () => {
  const { origin, stop } = await start();
  const response = await fetch(`${origin}/recognize`, {
    method: "POST",
    headers: OCTETS,
    body: new Uint8Array(784),
  });
  await response.body?.cancel();
  const began = performance.now();
  assert.equal((await stop("SIGTERM")).code, 0);
  const took = performance.now() - began;
  assert.ok(took < 4000, `${took} ms`);
});

Deno.test("main.ts exits with the reason if the generator is missing or broken", async () => {
  await withFiles(async (top) => {
    const missing = await start("main.ts", top);
    const ready = await fetch(`${missing.origin}/readyz`);
    assert.equal(ready.status, 503);
    await ready.body?.cancel();
    const { code, printed } = await missing.ended();
    assert.equal(code, 1);
    assert.match(printed, /generator failed to load.*NotFound/s);
    const file = new URL("models/generator.safetensors", top);
    await Deno.writeFile(file, new Uint8Array(100).fill(0x20));
    const broken = await (await start("main.ts", top)).ended();
    assert.equal(broken.code, 1);
    assert.match(broken.printed, /generator failed to load.*RangeError/s);
  });
});

Deno.test("main.ts listens on IPv6 and logs a line of JSON for each request", async () => {
  const env = { HOST: "::1" };
  const { port, output, stop } = await start(
    "main.ts",
    undefined,
    undefined,
    env,
  );
  const response = await fetch(`http://[::1]:${port}/livez`, {
    headers: { "X-Request-Id": "abc" },
  });
  assert.deepEqual(await response.json(), { status: "live" });
  const lines = output.getReader();
  const line = JSON.parse((await lines.read()).value ?? "");
  assert.deepEqual(
    [line.id, line.client, line.path, line.status],
    ["abc", "::1", "/livez", 200],
  );
  lines.releaseLock();
  assert.equal((await stop("SIGTERM")).code, 0);
});

Deno.test("main.ts exits with one line if it cannot serve as configured", async () => {
  const cases: [Record<string, string>, RegExp][] = [
    [{ PORT: "http" }, /^PORT is "http", expected a whole number .*\n$/],
    [{ PORT: "0", HOST: "192.0.2.1" }, /^Cannot listen on HOST 192.0.2.1.*\n$/],
  ];
  for (const [env, message] of cases) {
    const { code, stderr } = await new Deno.Command(Deno.execPath(), {
      args: ["task", "--quiet", "start"],
      cwd: new URL("../", import.meta.url),
      env: { ...env, NO_COLOR: "1" },
    }).output();
    assert.equal(code, 1);
    assert.match(new TextDecoder().decode(stderr), message);
  }
});
