/**
 * Long requests get the answers of a service without a second thread, and
 * short ones do not wait for them.
 *
 * @module
 */

import jpeg from "jpeg-js";
import assert from "node:assert/strict";
import { encodeBase64 } from "../../src/base64.ts";
import { createApp } from "../../src/app.ts";
import { createLongWorker } from "../../src/long_work/long_work.ts";
import { loadModels } from "../../src/models.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { fourColours } from "../image/jpeg/four_colours.ts";
import { encodeWebp } from "../image/webp/encode.ts";
import { start } from "../start.ts";

const models = await loadModels();
const plain = createApp(models);

/** An ink cross on grey paper, as a JPEG. */
function crossJpeg(side: number): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(4 * side * side).fill(230);
  for (let i = 0; i < side; i++) {
    for (let j = 0; j < side / 20; j++) {
      for (const at of [i * side + i + j, i * side + side - 1 - i + j]) {
        data.fill(20, 4 * at, 4 * at + 3);
      }
    }
  }
  return Uint8Array.from(jpeg.encode({ width: side, height: side, data }).data);
}

/** Long requests of every kind. */
function longRequests(): Record<string, [path: string, init: RequestInit]> {
  const post = (body: BodyInit, type?: string): RequestInit => ({
    method: "POST",
    body,
    ...(type === undefined ? {} : { headers: { "Content-Type": type } }),
  });
  const digits = { name: "digits", datatype: "INT64", shape: [20] };
  const data = new Array(20).fill(4);
  const generate = {
    id: "é",
    parameters: { seed: 1 },
    inputs: [{ ...digits, data }],
  };
  const picture = crossJpeg(700);
  const form = new FormData();
  form.append("image", new Blob([picture]), "cross.jpg");
  const x = Array.from({ length: 4000 }, (_, i) => i / 3);
  const strokes = { strokes: [{ x, y: x.map((value) => value + 1 / 3) }] };
  return {
    samples: ["/sample?count=100&seed=1", {}],
    sheet: ["/sample?count=4&seed=1&format=png&scale=16", {}],
    text: ["/sample?text=1234567890123&seed=1", {}],
    jpeg: ["/recognize?explain=true", post(picture, "image/jpeg")],
    number: ["/recognize?mode=number", post(picture, "image/jpeg")],
    form: ["/recognize", post(form)],
    base64: [
      "/recognize",
      post(
        JSON.stringify({ image: encodeBase64(picture) }),
        "application/json",
      ),
    ],
    json: ["/recognize", post(JSON.stringify(strokes), "application/json")],
    bad: ["/recognize", post(`${"[".repeat(70_000)}`, "application/json")],
    stale: ["/sample?count=100&model=generator-00000000", {}],
    infer: ["/v2/models/generator/infer", post(JSON.stringify(generate))],
  };
}

/** What of an answer must not depend on who gives it: all but its times. */
async function answerOf(response: Response) {
  const headers = [...response.headers].filter(([name]) =>
    name !== "server-timing"
  );
  const body = await response.bytes();
  return { status: response.status, headers, body };
}

Deno.test("createLongWorker() answers like the serving thread", async () => {
  const errors: unknown[] = [];
  const report = {
    onError: (error: Error) => errors.push(error),
    onUnavailable: (reason: string) => errors.push(reason),
  };
  const longWorker = Promise.resolve(createLongWorker({ models, ...report }));
  const app = createApp({
    ...models,
    ...report,
    longWorker: () => longWorker,
  });
  const refuse = () => Promise.reject(new Error("is long"));
  const failing = createApp({
    ...models,
    longWorker: () => Promise.resolve({ answer: refuse, stop() {} }),
    onError: () => {},
  });
  try {
    for (
      const [name, [path, { headers, ...rest }]] of Object.entries(
        longRequests(),
      )
    ) {
      const init = { ...rest, headers: { ...headers, "X-Request-Id": name } };
      const expected = await answerOf(await plain.request(path, init));
      const found = await answerOf(await app.request(path, init));
      assert.deepEqual(found, expected, name);
      const { status } = await failing.request(path, init);
      assert.equal(status, 500, `${name} was not long`);
    }
    assert.deepEqual(errors, []);
    const metrics = await (await app.request("/metrics")).text();
    assert.ok(metrics.includes("inkling_confidence_count 5\n"));
  } finally {
    await app.stop();
  }
});

Deno.test("createApp() answers short requests in the serving thread", async () => {
  let handedOver = 0;
  const app = createApp({
    ...models,
    longWorker: () => {
      handedOver++;
      return Promise.reject(new Error("is short"));
    },
  });
  const body = crossJpeg(280);
  const short: [string, RequestInit][] = [
    ["/sample?count=12", {}],
    ["/sample?format=png&scale=16", {}],
    ["/recognize", {
      method: "POST",
      body,
      headers: { "Content-Type": "image/jpeg" },
    }],
    ["/recognize", {
      method: "POST",
      body: new Uint8Array(64 * 784),
      headers: { "Content-Type": "application/octet-stream" },
    }],
  ];
  for (const [path, init] of short) {
    const response = await app.request(path, init);
    assert.equal(response.status, 200);
    await response.body?.cancel();
  }
  assert.equal(handedOver, 0);
});

Deno.test("the service answers a digit while other clients send long requests", async () => {
  const env = { LOG: "off" };
  const { origin, stop } = await start(undefined, undefined, undefined, env);
  const ask = (path: string, body?: Uint8Array<ArrayBuffer>, type = "") =>
    fetch(
      `${origin}${path}`,
      body ? { method: "POST", body, headers: { "Content-Type": type } } : {},
    );
  try {
    // Until the second thread is up.
    await (await ask("/sample?count=100")).bytes();
    let ended = false;
    const sheet = ask("/sample?count=100&format=png&scale=16")
      .then((response) => response.bytes()).finally(() => ended = true);
    let answers = 0;
    while (!ended) {
      const type = "application/octet-stream";
      const response = await ask("/recognize", new Uint8Array(784), type);
      assert.equal(response.status, 200);
      await response.bytes();
      answers++;
    }
    assert.ok((await sheet).length > 100_000);
    // Without a second thread it would be one or two.
    assert.ok(answers > 5, `${answers} digits were read meanwhile`);
  } finally {
    assert.equal((await stop("SIGTERM")).code, 0);
  }
});

Deno.test("the service answers long requests of every kind with its permissions", async () => {
  const { origin, stop } = await start();
  const side = 700;
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  const pixels = new Uint8Array(side * side);
  const pictures: [string, Uint8Array<ArrayBuffer>][] = [
    ["image/png", encodePng({ width: side, height: side, pixels })],
    ["image/webp", await encodeWebp({ width: side, height: side, data })],
    ["image/jpeg", fourColours(side, side, () => [9, 9, 9, 9], 0)],
  ];
  try {
    const requests = [
      ...Object.values(longRequests()),
      ...pictures.map(([type, body]): [string, RequestInit] => {
        const headers = { "Content-Type": type };
        return ["/recognize", { method: "POST", headers, body }];
      }),
    ];
    for (const [path, init] of requests) {
      const found = await fetch(`${origin}${path}`, init);
      const expected = await plain.request(path, init);
      assert.equal(found.status, expected.status, path);
      assert.deepEqual(await found.bytes(), await expected.bytes(), path);
    }
  } finally {
    await stop("SIGTERM");
  }
});
