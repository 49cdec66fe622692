/**
 * Every request gets an answer, and never a 500.
 *
 * @module
 */

import fc from "fast-check";
import assert from "node:assert/strict";
import { createApp } from "../src/app.ts";
import { encodePng } from "../src/image/png/encode.ts";
import { FUZZ } from "./fuzz/runs.ts";
import { simpleModels } from "./routes/simple_models.ts";

const app = createApp({
  ...simpleModels,
  onError: () => {},
});

const types = fc.constantFrom(
  "application/octet-stream",
  "application/json",
  "application/json; charset=latin1",
  "image/png",
  "image/jpeg",
  "multipart/form-data; boundary=x",
  "multipart/form-data",
  "text/plain",
  "",
);

const queries = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.tuple(
    fc.constantFrom(
      ...["mode", "top", "explain", "normalize", "digit", "count"],
      ...["text", "latent", "latents"],
    ),
    fc.oneof(
      fc.string(),
      fc.integer().map(String),
      fc.constant("true"),
      fc.base64String({ minLength: 84, maxLength: 92 }),
    ),
  ).map(([name, value]) => `${name}=${encodeURIComponent(value)}`),
).map((query) => `?${query.toWellFormed()}`);

async function check(path: string, init: RequestInit): Promise<void> {
  const response = await app.request(path, init);
  const text = await response.text();
  assert.notEqual(response.status, 500, `${path}: ${text}`);
  if (response.status < 400) return;
  assert.equal(
    response.headers.get("Content-Type"),
    "application/problem+json",
  );
  if (init.method === "HEAD") return;
  const problem = JSON.parse(text);
  assert.equal(problem.status, response.status);
  assert.equal(typeof problem.detail, "string");
}

Deno.test("createApp() answers any bytes as any media type", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 1700 }),
      types,
      queries,
      (body, type, query) =>
        check(`/recognize${query}`, {
          method: "POST",
          body: new Uint8Array(body),
          headers: type === "" ? {} : { "Content-Type": type },
        }),
    ),
    FUZZ,
  );
});

/** JSON that is nearly right. */
const almost = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.jsonValue({ maxDepth: 2 }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.record({
      inputs: tie("value"),
      pixels: fc.array(fc.oneof(fc.integer(), fc.double()), { maxLength: 5 }),
      width: fc.oneof(fc.nat(3), fc.double()),
      height: fc.oneof(fc.nat(3), fc.double()),
      image: fc.oneof(fc.string(), fc.base64String()),
      strokes: fc.array(
        fc.record({
          x: fc.array(fc.double()),
          y: fc.array(fc.double()),
        }, { requiredKeys: [] }),
      ),
    }, { requiredKeys: [] }),
  ),
})).value;

Deno.test("createApp() answers any JSON", async () => {
  await fc.assert(
    fc.asyncProperty(almost, (json) =>
      check("/recognize?explain=true", {
        method: "POST",
        body: JSON.stringify(json),
        headers: { "Content-Type": "application/json" },
      })),
    FUZZ,
  );
});

Deno.test("createApp() answers JSON nested a million deep", async () => {
  for (
    const body of ["[".repeat(1e6), `${"[".repeat(1e6)}${"]".repeat(1e6)}`]
  ) {
    await check("/recognize", {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    });
  }
});

Deno.test("createApp() answers damaged pictures", async () => {
  const pixels = Uint8Array.from({ length: 900 }, (_, i) => (i * 37) % 256);
  const whole = encodePng({ width: 30, height: 30, pixels });
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.nat(whole.length - 1), fc.nat(255)),
        { maxLength: 4 },
      ),
      fc.nat(whole.length),
      fc.boolean(),
      (changes, end, cut) => {
        const damaged = whole.slice(0, cut ? end : whole.length);
        for (const [at, value] of changes) {
          if (at < damaged.length) damaged[at] = value;
        }
        return check("/recognize", {
          method: "POST",
          body: damaged,
          headers: { "Content-Type": "image/png" },
        });
      },
    ),
    FUZZ,
  );
});

Deno.test("createApp() answers any path, method, query and header", async () => {
  const methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];
  const paths = ["sample", "recognize", "models", "livez", "readyz", ""];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...methods),
      fc.oneof(fc.constantFrom(...paths), fc.webPath()),
      queries,
      fc.string({ maxLength: 40 }),
      async (method, path, query, header) => {
        const value = header.replaceAll(/[^\x20-\x7e]/g, "");
        const headers = {
          "Accept": value,
          "If-None-Match": value,
          "X-Request-Id": value,
          "Content-Type": value,
        };
        const rooted = path.startsWith("/") ? path : `/${path}`;
        await check(rooted.replaceAll(/^\/+/g, "/") + query, {
          method,
          headers,
        });
      },
    ),
    FUZZ,
  );
});

/** Inference requests that are nearly right. */
const inference = fc.record({
  id: fc.oneof(fc.string(), fc.integer()),
  parameters: fc.oneof(fc.jsonValue(), fc.record({ seed: fc.double() })),
  inputs: fc.array(
    fc.record({
      name: fc.constantFrom("digits", "images", "other"),
      shape: fc.array(fc.oneof(fc.nat(3), fc.constantFrom(28, 784, -1, 1.5)), {
        maxLength: 4,
      }),
      datatype: fc.constantFrom("INT64", "UINT8", "FP32"),
      data: fc.oneof(fc.array(fc.oneof(fc.nat(10), almost)), fc.jsonValue()),
    }, { requiredKeys: [] }),
    { maxLength: 2 },
  ),
  outputs: fc.jsonValue(),
}, { requiredKeys: [] });

Deno.test("createApp() answers any inference request", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("recognizer", "generator"),
      fc.oneof(inference, almost),
      async (model, json) => {
        const path = `/v2/models/${model}/infer`;
        const body = JSON.stringify(json);
        const response = await app.request(path, { method: "POST", body });
        const answer = await response.json();
        assert.ok([200, 400].includes(response.status), JSON.stringify(answer));
        if (response.status === 400) {
          assert.equal(typeof answer.error, "string");
        }
      },
    ),
    FUZZ,
  );
});
