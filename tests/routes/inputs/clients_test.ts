/**
 * Inputs as clients send them: each is read as its plain equivalent is.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createApp } from "../../../src/app.ts";
import { encodeBase64 } from "../../../src/base64.ts";
import { encodePng } from "../../../src/image/png/encode.ts";
import { simpleModels } from "../simple_models.ts";

const app = createApp({
  ...simpleModels,
  onError: (error) => {
    throw error;
  },
});

/** A slanted bar, ink on paper, 20x30. */
const WIDTH = 20;
const HEIGHT = 30;
const INK = Uint8Array.from(
  { length: WIDTH * HEIGHT },
  (_, i) => {
    const x = i % WIDTH - 4 - Math.floor(i / WIDTH) / 3;
    return Math.round(255 * Math.min(1, Math.max(0, 2.5 - Math.abs(x))));
  },
);
const PNG = encodePng({ width: WIDTH, height: HEIGHT, pixels: INK });

function post(body: BodyInit, type: string): Promise<Response> {
  return Promise.resolve(app.request("/recognize?explain=true", {
    method: "POST",
    body,
    headers: { "Content-Type": type },
  }));
}

/** What the model saw of an input. */
async function seen(sent: Promise<Response>, what: string): Promise<string> {
  const response = await sent;
  const json = await response.json();
  assert.equal(response.status, 200, `${what}: ${JSON.stringify(json)}`);
  return json.normalized;
}

function seenOfJson(json: unknown, what: string): Promise<string> {
  return seen(post(JSON.stringify(json), "application/json"), what);
}

async function refusal(json: unknown) {
  const response = await post(JSON.stringify(json), "application/json");
  assert.equal(response.status, 422);
  return (await response.json()).errors[0];
}

Deno.test("POST /recognize accepts other media types that clients use for PNG and JPEG", async () => {
  const plain = await seen(post(PNG, "image/png"), "plain");
  for (const type of ["image/x-png", "Image/JPG", "image/pjpeg"]) {
    assert.equal(await seen(post(PNG, type), type), plain);
  }
});

const X = [10, 60, 35];
const Y = [0, 5, 90];
const T = [0, 16, 1.7e12];

/** The same strokes, in every shape. */
const STROKES: Record<string, unknown> = {
  "with times": { strokes: [{ x: X, y: Y, t: T }] },
  "times null": { strokes: [{ x: X, y: Y, t: null }] },
  "unknown keys": {
    strokes: [{ x: X, y: Y, pressure: [1], id: 7, tilt: null }],
  },
  "points": {
    strokes: [{ points: X.map((x, i) => ({ x, y: Y[i], time: T[i] })) }],
  },
  "lists": { strokes: [[X, Y, T]] },
  "lists without times": { strokes: [[X, Y]] },
  "Quick Draw": {
    word: "seven",
    countrycode: "FR",
    recognized: true,
    drawing: [[X, Y]],
  },
  "others null": {
    strokes: [{ x: X, y: Y }],
    pixels: null,
    image: null,
    width: null,
    inputs: null,
  },
};

for (const [what, json] of Object.entries(STROKES)) {
  Deno.test(`POST /recognize reads strokes: ${what}`, async () => {
    const plain = await seenOfJson({ strokes: [{ x: X, y: Y }] }, "plain");
    assert.equal(await seenOfJson(json, what), plain);
  });
}

Deno.test("POST /recognize reads strokes of several shapes together", async () => {
  const other = { x: [0, 9], y: [40, 40] };
  const plain = { strokes: [{ x: X, y: Y }, other] };
  const mixed = { strokes: [[X, Y], other] };
  assert.equal(await seenOfJson(mixed, "mixed"), await seenOfJson(plain, ""));
});

Deno.test("POST /recognize names what is wrong with strokes of any shape", async () => {
  const cases: [unknown, string, RegExp][] = [
    [[[X]], "/strokes/0", /2 or 3 lists/],
    [[[...X, 9].map((x) => [x, x])], "/strokes/0", /list of 4.*"points"/],
    [[X.map((x) => ({ x, y: x }))], "/strokes/0", /expected .*or \{"points"/],
    [[[X, [1]]], "/strokes/0/1", /a list of 1, expected a list of 3/],
    [[[X, Y, [1]]], "/strokes/0/2", /a list of 3 times/],
    [[[X, "y"]], "/strokes/0/1", /is "y", expected a list/],
    [[{ points: [{ x: 1 }] }], "/strokes/0/points/0/y", /is missing/],
    [[{ points: [[1, 2]] }], "/strokes/0/points/0", /a list of 2/],
    [[{ points: [] }], "/strokes", /has 0 points/],
    [[{ x: X, y: Y, t: ["0", 1, 2] }], "/strokes/0/t/0", /is "0"/],
    [[7], "/strokes/0", /is 7, expected an object or a list of lists/],
  ];
  for (const [strokes, pointer, detail] of cases) {
    const error = await refusal({ strokes });
    assert.equal(error.pointer, pointer);
    assert.match(error.detail, detail);
  }
});

Deno.test("POST /recognize reads base64 of any kind", async () => {
  const text = encodeBase64(PNG);
  assert.match(text, /[+/]/);
  const safe = text.replaceAll("+", "-").replaceAll("/", "_");
  const cases: Record<string, string> = {
    "URL-safe": safe,
    "no padding": text.replaceAll("=", ""),
    "lines": text.replaceAll(/.{60}/g, "$&\r\n"),
    "a data URL": `data:image/png;base64,${text}`,
    "a data URL with spaces": `\n data:image/png; base64 , ${text}\n`,
    "a data URL in capitals": `DATA:IMAGE/PNG;CHARSET=X;BASE64,${safe}`,
  };
  const plain = await seenOfJson({ image: text }, "plain");
  for (const [what, image] of Object.entries(cases)) {
    assert.equal(await seenOfJson({ image }, what), plain, what);
  }
});

Deno.test("POST /recognize reads pixels from 0 to 1 as shares of ink", async () => {
  const size = { width: WIDTH, height: HEIGHT };
  const plain = await seenOfJson({ pixels: [...INK], ...size }, "plain");
  const shares = Array.from(INK, (value) => value / 255);
  assert.equal(await seenOfJson({ pixels: shares, ...size }, "shares"), plain);
});

Deno.test("POST /recognize reads pixels that are all 0 and 1 as bytes", async () => {
  const pixels = Array.from(INK, (value) => value > 127 ? 1 : 0);
  const response = await post(
    JSON.stringify({ pixels, width: WIDTH, height: HEIGHT }),
    "application/json",
  );
  assert.equal((await response.json()).reason, "blank");
});

Deno.test("POST /recognize refuses raw bytes that begin like a picture file", async () => {
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
  for (const [start, type] of [[PNG, "image/png"], [jpeg, "image/jpeg"]]) {
    const body = new Uint8Array(784);
    body.set((start as Uint8Array).subarray(0, 784));
    for (const query of ["", "?normalize=true"]) {
      const response = await app.request(`/recognize${query}`, {
        method: "POST",
        body,
        headers: { "Content-Type": "application/octet-stream" },
      });
      assert.equal(response.status, 415);
      assert.match((await response.json()).detail, new RegExp(`as ${type}`));
    }
  }
});
