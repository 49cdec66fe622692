/**
 * The HTTP contract as checks against a URL, so that any runtime's service can
 * be held to it.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createClient } from "../../src/client.ts";
import {
  type ContractRequest,
  JPEG,
  OCTETS,
  PNG,
  REQUESTS,
  sendTo,
  SEVEN,
  WEBP,
} from "./requests.ts";

/** A check; it rejects where the contract does not hold. */
export interface ContractCheck {
  /** What must hold. */
  readonly name: string;
  /** Checks a service with the repository's models. */
  check(origin: string): Promise<void>;
}

const IMAGE = "image/png";
const BYTES = "application/octet-stream";
const JSON_TYPE = "application/json";

/** Requests that are refused, and the status. */
const REFUSALS: readonly (readonly [number, ContractRequest])[] = [
  [400, { path: "/sample?digit=10" }],
  [400, { path: "/sample?count=0" }],
  [400, { path: "/sample?format=exe" }],
  [400, { path: "/sample?seed=4294967296" }],
  [400, { path: "/sample?nonsense=1" }],
  [400, { path: "/recognize?top=0", type: BYTES, body: OCTETS }],
  [400, { path: "/recognize", type: JSON_TYPE, body: "{" }],
  [400, {
    path: "/recognize",
    type: "multipart/form-data; boundary=x",
    body: "not a part",
  }],
  [404, { path: "/nowhere" }],
  [404, { path: "/static/../deno.json" }],
  [405, { path: "/recognize" }],
  [405, { path: "/sample", type: JSON_TYPE, body: "{}" }],
  [409, { path: "/sample?model=generator-00000000" }],
  [413, {
    path: "/recognize",
    type: BYTES,
    body: new Uint8Array((2 << 20) + 1),
  }],
  [415, { path: "/recognize", type: "text/plain", body: "7" }],
  [415, { path: "/recognize", type: IMAGE, body: "no picture" }],
  [415, { path: "/recognize", type: BYTES, body: PNG }],
  [422, { path: "/recognize", type: BYTES, body: new Uint8Array(785) }],
  [422, { path: "/recognize", type: BYTES, body: new Uint8Array(65 * 784) }],
  [422, { path: "/recognize", type: JSON_TYPE, body: '{"strokes": []}' }],
  [422, { path: "/recognize", type: IMAGE, body: PNG.slice(0, 60) }],
  [422, { path: "/recognize", type: "image/jpeg", body: JPEG.slice(0, 400) }],
  [422, { path: "/recognize", type: IMAGE, body: wide(PNG) }],
];

/** A PNG whose header claims a width of 20,000. */
function wide(png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const copy = png.slice();
  new DataView(copy.buffer).setUint32(16, 20_000);
  return copy;
}

/** The checks. */
export const CHECKS: readonly ContractCheck[] = [
  {
    name: "is live and ready",
    async check(origin) {
      for (const [path, status] of [["livez", "live"], ["readyz", "ready"]]) {
        const response = await fetch(`${origin}/${path}`);
        assert.equal(response.status, 200, path);
        assert.deepEqual(await response.json(), { status });
      }
    },
  },
  {
    name: "reads strokes, bytes and every format of pictures",
    async check(origin) {
      const client = createClient(origin);
      const { digit, rejected, confidence } = await client.recognize(SEVEN);
      assert.deepEqual([digit, rejected], [7, false]);
      assert.ok(confidence > 0.5 && confidence <= 1);
      for (const picture of [PNG, JPEG, WEBP]) {
        assert.equal((await client.recognize(picture)).digit, 1);
      }
      const { results } = await client.recognizeAll(OCTETS);
      assert.deepEqual(results.map(({ digit }) => digit), [1, 1]);
      const files = [PNG, JPEG, WEBP].map((bytes) => new Blob([bytes]));
      assert.equal((await client.recognizeAll(files)).results.length, 3);
      const blank = await client.recognize(new Uint8Array(784));
      assert.equal(blank.reason, "blank");
    },
  },
  {
    name: "reads what it generates",
    async check(origin) {
      const client = createClient(origin);
      for (const digit of [0, 3, 8]) {
        const { samples } = await client.sample({ digit, seed: 1 });
        const read = await client.recognize(samples[0]!.pixels);
        assert.equal(read.digit, digit);
      }
    },
  },
  {
    name: "refuses with problems",
    async check(origin) {
      for (const [status, request] of REFUSALS) {
        const response = await sendTo(origin, request);
        const what = `${request.path} ${request.type ?? ""}`;
        assert.equal(response.status, status, what);
        const type = response.headers.get("Content-Type");
        assert.equal(type, "application/problem+json", what);
        const problem = await response.json();
        assert.equal(problem.status, status);
        assert.equal(problem.type, "about:blank");
        assert.ok(problem.title.length > 0 && problem.detail.length > 0, what);
        if (status === 405) assert.ok(response.headers.has("Allow"));
      }
    },
  },
  {
    name: "refuses what Accept does not allow",
    async check(origin) {
      for (const path of ["models", "sample", "readyz"]) {
        const headers = { Accept: "text/css" };
        const response = await fetch(`${origin}/${path}`, { headers });
        assert.equal(response.status, 406, path);
        await response.body?.cancel();
      }
    },
  },
  {
    name: "names request, time and origins in every answer",
    async check(origin) {
      for (const path of ["/livez", "/sample?seed=1", "/nowhere", "/"]) {
        const { headers, body } = await fetch(origin + path, {
          headers: { "X-Request-Id": "abc-123" },
        });
        await body?.cancel();
        assert.equal(headers.get("X-Request-Id"), "abc-123", path);
        assert.match(headers.get("Server-Timing")!, /total;dur=[\d.]+/);
        assert.equal(headers.get("Access-Control-Allow-Origin"), "*");
        assert.match(
          headers.get("Content-Security-Policy")!,
          /^default-src 'none'/,
        );
      }
    },
  },
  {
    name: "answers preflights, HEAD and OPTIONS",
    async check(origin) {
      const preflight = await fetch(`${origin}/recognize`, {
        method: "OPTIONS",
        headers: {
          "Origin": "https://example.com",
          "Access-Control-Request-Method": "POST",
          "Access-Control-Request-Headers": "authorization,content-type",
        },
      });
      assert.equal(preflight.status, 204);
      const allowed = preflight.headers.get("Access-Control-Allow-Headers")!;
      assert.match(allowed, /authorization/i);
      for (const path of ["/", "/sample?seed=1", "/models"]) {
        const head = await fetch(origin + path, { method: "HEAD" });
        assert.equal(head.status, 200, path);
        assert.equal(await head.text(), "");
      }
    },
  },
  {
    name: "lets caches keep what does not change",
    async check(origin) {
      const { generator } = await createClient(origin).models();
      const fixed =
        `${origin}/sample?seed=1&format=raw&model=${generator.name}`;
      const first = await fetch(fixed);
      await first.body?.cancel();
      assert.match(first.headers.get("Cache-Control")!, /immutable/);
      const tag = first.headers.get("ETag")!;
      const headers = { "If-None-Match": tag };
      const again = await fetch(fixed, { headers });
      await again.body?.cancel();
      assert.equal(again.status, 304);
      const random = await fetch(`${origin}/sample`);
      await random.body?.cancel();
      assert.equal(random.headers.get("Cache-Control"), "no-store");
      const place = random.headers.get("Content-Location")!;
      assert.match(place, /seed=\d+.*model=generator-/);
    },
  },
  {
    name: "speaks the Open Inference Protocol",
    async check(origin) {
      for (const path of ["health/live", "health/ready"]) {
        const response = await fetch(`${origin}/v2/${path}`);
        assert.equal(response.status, 200, path);
        await response.body?.cancel();
      }
      const metadata = await fetch(`${origin}/v2/models/recognizer`);
      assert.equal((await metadata.json()).name, "recognizer");
      const wrong = await fetch(`${origin}/v2/models/recognizer/infer`, {
        method: "POST",
        body: "{}",
      });
      assert.equal(wrong.status, 400);
      assert.equal(typeof (await wrong.json()).error, "string");
    },
  },
];

/**
 * Runs every check, and compares with another service.
 *
 * @param t Has a step for each.
 * @param origin The service that is checked.
 * @param reference The other one.
 */
export async function checkService(
  t: Deno.TestContext,
  origin: string,
  reference: string,
): Promise<void> {
  for (const { name, check } of CHECKS) {
    await t.step(name, () => check(origin));
  }
  await t.step("answers alike", () => answersAlike(origin, reference));
}

/**
 * Checks that two services answer with the same bytes. Their pages may name
 * their own address.
 *
 * @param origin One of them.
 * @param reference The other one.
 */
export async function answersAlike(
  origin: string,
  reference: string,
): Promise<void> {
  for (const request of REQUESTS) {
    const [found, expected] = await Promise.all([
      sendTo(origin, request),
      sendTo(reference, request),
    ]);
    const what = `${request.path} ${request.type ?? ""}`;
    assert.equal(expected.status, 200, `${what}: ${expected.status}`);
    assert.equal(found.status, 200, `${what}: ${found.status}`);
    assert.equal(
      found.headers.get("Content-Type"),
      expected.headers.get("Content-Type"),
    );
    const [ours, theirs] = [
      await bytesWithout(origin, found),
      await bytesWithout(reference, expected),
    ];
    assert.ok(theirs.length > 0, what);
    assert.ok(
      ours.length === theirs.length && ours.every((b, i) => b === theirs[i]),
      `${what}: other bytes`,
    );
  }
}

/** An answer's bytes; a page's without its service's address. */
async function bytesWithout(
  origin: string,
  answer: Response,
): Promise<Uint8Array> {
  const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage) return await answer.bytes();
  return new TextEncoder().encode((await answer.text()).replaceAll(origin, ""));
}
