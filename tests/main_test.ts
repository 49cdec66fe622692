/**
 * The program as it is started, with the permissions that it is documented to
 * need and the models that it ships with.
 *
 * @module
 */

import assert from "node:assert/strict";

/** Starts main.ts on a free port; gives its origin and a way to stop it. */
async function start() {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-net",
      "--allow-env=PORT",
      "--allow-read=models,static",
      "main.ts",
    ],
    cwd: new URL("../", import.meta.url),
    env: { PORT: "0", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines = child.stderr.pipeThrough(new TextDecoderStream());
  let told = "";
  for await (const text of lines.values({ preventCancel: true })) {
    told += text;
    if (/:\d+\/?\s/.test(told)) break;
  }
  const port = /:(\d+)\/?\s/.exec(told)?.[1];
  assert.ok(port !== undefined, `it told no port: ${told}`);
  const stop = async (signal: Deno.Signal) => {
    child.kill(signal);
    const status = await child.status;
    await Promise.all([lines.cancel(), child.stdout.cancel()]);
    return status;
  };
  return { port: Number(port), origin: `http://127.0.0.1:${port}`, stop };
}

const OCTETS = { "Content-Type": "application/octet-stream" };

Deno.test("main.ts serves the shipped models and stops when told", async () => {
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

Deno.test("main.ts finishes what is in flight when it is told to stop", async () => {
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
