import assert from "node:assert/strict";
import { createClient, RefusalError } from "../../src/client.ts";
import { retryAfter } from "../../src/client/retry.ts";
import { createApp } from "../../src/app.ts";
import { simpleModels } from "../routes/simple_models.ts";
import { answersOf, simpleClient } from "./app_client.ts";

const MODELS = {
  recognizer: { name: "a", sha256: "b", bytes: 1, network: {}, training: {} },
  generator: { name: "c", sha256: "d", bytes: 1, network: {}, training: {} },
};

function busy(status: 429 | 503, after?: string) {
  const headers = after === undefined ? {} : { "Retry-After": after };
  const problem = { type: "about:blank", title: "T", status, detail: "busy" };
  return () => Response.json(problem, { status, headers });
}

const served = () => Response.json(MODELS);

Deno.test("createClient() tries again after 503 and 429, with the same body", async () => {
  const app = createApp({
    ...simpleModels,
  });
  const refusals = [busy(503, "0"), busy(429, "0")];
  let tries = 0;
  const client = createClient("http://inkling.test", {
    fetch: async (url, init) =>
      refusals[tries++]?.() ?? await app.request(url, init),
  });
  const bytes = new Uint8Array(784);
  bytes[0] = 7;
  assert.equal((await client.recognize(bytes)).digit, 7);
  assert.equal(tries, 3);
});

Deno.test("createClient() gives up after its retries", async () => {
  for (const retries of [0, 2]) {
    const { sent, fetch } = answersOf(busy(503, "0"));
    const error = await simpleClient({ fetch, retries }).models()
      .catch((error) => error);
    assert.ok(error instanceof RefusalError);
    assert.equal(error.status, 503);
    assert.equal(error.retryAfter, 0);
    assert.equal(sent.length, retries + 1);
  }
});

Deno.test("createClient() does not wait longer than its limit", async () => {
  const { sent, fetch } = answersOf(busy(429, "3600"), served);
  await assert.rejects(simpleClient({ fetch }).models(), {
    status: 429,
    retryAfter: 3600,
  });
  assert.equal(sent.length, 1);
});

Deno.test("createClient() waits as long as Retry-After says", async () => {
  const { sent, fetch } = answersOf(busy(429, "1"), served);
  const began = performance.now();
  assert.deepEqual(await simpleClient({ fetch }).models(), MODELS);
  assert.ok(performance.now() - began > 990);
  assert.equal(sent.length, 2);
});

Deno.test("createClient() waits longer each time if there is no Retry-After", async () => {
  const { sent, fetch } = answersOf(busy(503), busy(503), served);
  // The second wait would be a second.
  const client = simpleClient({ fetch, maxWait: 600 });
  await assert.rejects(client.models(), { status: 503, retryAfter: null });
  assert.equal(sent.length, 2);
});

Deno.test("createClient() does not retry what cannot succeed", async () => {
  const { sent, fetch } = answersOf(() =>
    Response.json({}, { status: 400, headers: { "Retry-After": "0" } })
  );
  await assert.rejects(simpleClient({ fetch }).models(), { status: 400 });
  assert.equal(sent.length, 1);
});

Deno.test("createClient() stops waiting when its signal is aborted", async () => {
  const { sent, fetch } = answersOf(busy(503, "20"), served);
  const stopping = new AbortController();
  const models = simpleClient({ fetch }).models({ signal: stopping.signal });
  setTimeout(() => stopping.abort(new Error("enough")), 20);
  await assert.rejects(models, { message: "enough" });
  assert.equal(sent.length, 1);
});

Deno.test("createClient() passes its signal to fetch", async () => {
  const signal = AbortSignal.abort(new Error("no"));
  const fetch = (_: string, init: RequestInit) =>
    Promise.reject(init.signal?.reason);
  await assert.rejects(simpleClient({ fetch }).sample({ signal }), {
    message: "no",
  });
});

Deno.test("retryAfter() reads seconds and dates", () => {
  const of = (text: string) =>
    retryAfter(new Response(null, { headers: { "Retry-After": text } }), 0);
  assert.equal(of("120"), 120);
  assert.equal(of("0"), 0);
  assert.equal(of("Thu, 01 Jan 1970 00:00:07 GMT"), 7);
  assert.equal(of("Wed, 31 Dec 1969 00:00:00 GMT"), 0);
  for (const odd of ["soon", "-1", "1.5", "1e9"]) {
    const seconds = of(odd);
    assert.ok(seconds === null || seconds >= 0, odd);
  }
  assert.equal(of("soon"), null);
  assert.equal(retryAfter(new Response()), null);
});
