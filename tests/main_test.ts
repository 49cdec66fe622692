/**
 * The program as it is started, with the permissions that it is documented to
 * need and the models that it ships with.
 *
 * @module
 */

import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { manyScans } from "./image/jpeg/many_scans.ts";

const TOP = new URL("../", import.meta.url);

/** Starts a program on a free port; gives its origin and a way to stop it. */
async function start(file = "main.ts", top = TOP) {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-net",
      "--allow-env=PORT",
      "--allow-read=models,static",
      file,
    ],
    cwd: top,
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
  const ended = async () => {
    for await (const text of lines.values({ preventCancel: true })) {
      told += text;
    }
    const { code } = await child.status;
    await child.stdout.cancel();
    return { code, told };
  };
  const origin = `http://127.0.0.1:${port}`;
  return { port: Number(port), origin, pid: child.pid, stop, ended };
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

/** Of the 768 MB that an instance has on Deno Deploy; some 300 are taken. */
const MOST_MEGABYTES = 448;

Deno.test({
  name: "main.ts reads the largest pictures in the memory of an edge instance",
  ignore: Deno.build.os !== "linux", // It is Linux that tells.
  fn: async () => {
    const { origin, pid, stop } = await start();
    try {
      const body = manyScans(4096, 2);
      const answers = Array.from({ length: 8 }, async () => {
        const response = await fetch(`${origin}/recognize`, {
          method: "POST",
          headers: { "Content-Type": "image/jpeg" },
          body,
        });
        assert.equal(response.status, 200);
        assert.equal((await response.json()).reason, "blank");
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

Deno.test("src/start.ts serves the same from its sources", async () => {
  const { origin, stop } = await start("src/start.ts");
  const sample = await fetch(`${origin}/sample?seed=7&format=raw`);
  assert.equal((await sample.bytes()).length, 784);
  const response = await fetch(`${origin}/recognize`, {
    method: "POST",
    headers: OCTETS,
    body: new Uint8Array(784),
  });
  assert.equal((await response.json()).reason, "blank");
  assert.equal((await stop("SIGTERM")).code, 0);
});

/** The files that main.ts reads, without deno.json and the generator. */
const FILES = [
  "main.ts",
  "bundle",
  "static/engine/relaxed.wasm",
  "static/engine/plain.wasm",
  "models/recognizer.safetensors",
];

/** Copies what main.ts needs, but for the generator, to a folder of its own. */
async function withFiles(use: (top: URL) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    const top = pathToFileURL(`${folder}/`);
    for (const file of FILES) {
      await cp(new URL(file, TOP), new URL(file, top), { recursive: true });
    }
    await use(top);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("main.ts ends with the reason if the generator is missing or broken", async () => {
  await withFiles(async (top) => {
    const missing = await start("main.ts", top);
    const ready = await fetch(`${missing.origin}/readyz`);
    assert.equal(ready.status, 503);
    await ready.body?.cancel();
    const { code, told } = await missing.ended();
    assert.equal(code, 1);
    assert.match(told, /generator does not load.*NotFound/s);
    const file = new URL("models/generator.safetensors", top);
    await Deno.writeFile(file, new Uint8Array(100).fill(0x20));
    const broken = await (await start("main.ts", top)).ended();
    assert.equal(broken.code, 1);
    assert.match(broken.told, /generator does not load.*RangeError/s);
  });
});
