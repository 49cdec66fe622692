import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { decodePng } from "../../src/image/png/decode.ts";
import { simpleModels } from "./simple_models.ts";

const app = createApp({
  ...simpleModels,
  onError: (error) => {
    throw error;
  },
});

/** A black bar on white: 40x60, as PNG. */
function barPng(): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(40 * 60).fill(255);
  for (let y = 10; y < 50; y++) pixels.fill(0, y * 40 + 18, y * 40 + 23);
  return encodePng({ width: 40, height: 60, pixels });
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** `n` digit images; image k holds the digit k modulo ten. */
function digits(n: number): Uint8Array<ArrayBuffer> {
  const pixels = new Uint8Array(784 * n);
  for (let k = 0; k < n; k++) pixels.set([200, k % 10], 784 * k);
  return pixels;
}

function post(
  body: BodyInit,
  type: string,
  query = "",
  headers: Record<string, string> = {},
): Promise<Response> {
  return Promise.resolve(app.request(`/recognize${query}`, {
    method: "POST",
    body,
    headers: type === "" ? headers : { "Content-Type": type, ...headers },
  }));
}

function postJson(json: unknown, query = ""): Promise<Response> {
  return post(JSON.stringify(json), "application/json", query);
}

const OCTETS = "application/octet-stream";

Deno.test("POST /recognize answers one digit image", async () => {
  const response = await post(digits(8).slice(7 * 784), OCTETS);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("Content-Type"), "application/json");
  assert.deepEqual(await response.json(), {
    digit: 7,
    confidence: 0.91,
    probabilities: [.01, .01, .01, .01, .01, .01, .01, .91, .01, .01],
    rejected: false,
    reason: null,
    model: "recognizer-00c0ffee",
  });
});

Deno.test("POST /recognize answers several digit images in order", async () => {
  const response = await post(digits(64), OCTETS);
  const { results, model } = await response.json();
  assert.equal(model, "recognizer-00c0ffee");
  assert.deepEqual(
    results.map((result: { digit: number }) => result.digit),
    Array.from({ length: 64 }, (_, k) => k % 10),
  );
});

Deno.test("POST /recognize does not normalize raw bytes unless asked", async () => {
  const plain = await (await post(digits(1), OCTETS, "?explain=true")).json();
  assert.deepEqual(
    decodePng(fromBase64(plain.normalized)).pixels,
    digits(1),
  );
  const query = "?normalize=true&explain=true";
  const moved = await (await post(digits(1), OCTETS, query)).json();
  assert.notDeepEqual(
    decodePng(fromBase64(moved.normalized)).pixels,
    digits(1),
  );
});

Deno.test("POST /recognize reads a picture from every kind of body", async () => {
  const png = barPng();
  const form = new FormData();
  form.append("image", new Blob([png]), "bar.png");
  form.append("note", "left alone");
  const bodies: Record<string, Promise<Response>> = {
    png: post(png, "image/png", "?explain=true"),
    mislabelled: post(png, "image/jpeg", "?explain=true"),
    base64: postJson({ image: base64(png) }, "?explain=true"),
    dataUrl: postJson(
      { image: `data:image/png;base64,${base64(png)}` },
      "?explain=true",
    ),
    pixels: postJson({
      pixels: [...decodePng(png).pixels],
      width: 40,
      height: 60,
    }, "?explain=true"),
    form: Promise.resolve(
      app.request("/recognize?explain=true", { method: "POST", body: form }),
    ),
  };
  const seen = new Set<string>();
  for (const [name, sent] of Object.entries(bodies)) {
    const response = await sent;
    assert.equal(response.status, 200, name);
    seen.add((await response.json()).normalized);
  }
  assert.equal(seen.size, 1);
  const { width, height, pixels } = decodePng(fromBase64([...seen][0]!));
  assert.deepEqual([width, height], [28, 28]);
  assert.equal(pixels[14 * 28 + 14], 255);
});

Deno.test("POST /recognize explains the steps of a picture", async () => {
  const response = await post(barPng(), "image/png", "?explain=true");
  const { steps } = await response.json();
  assert.deepEqual(
    steps.map(({ name }: { name: string }) => name),
    ["reduced", "dark", "ink", "lines", "digit", "thickened"],
  );
  for (const { name, image } of steps) {
    const { width, height, pixels } = decodePng(fromBase64(image));
    assert.deepEqual([width, height], [40, 60], name);
    // The bar is dark at first, and ink from then on.
    const bar = pixels[30 * 40 + 20]! > pixels[30 * 40 + 2]!;
    assert.equal(bar, !["reduced", "dark"].includes(name), name);
  }
});

Deno.test("POST /recognize has no steps for strokes and digit images", async () => {
  const strokes = [{ x: [5, 5], y: [0, 100] }];
  for (
    const response of [
      await postJson({ strokes }, "?explain=true"),
      await post(digits(1), OCTETS, "?explain=true"),
    ]
  ) assert.ok(!("steps" in await response.json()));
});

Deno.test("POST /recognize reads strokes, with times or without", async () => {
  const stroke = { x: [5, 5], y: [0, 100] };
  const plain = await postJson({ strokes: [stroke] });
  const timed = await postJson({ strokes: [{ ...stroke, t: [0, 16] }] });
  assert.equal(plain.status, 200);
  assert.deepEqual(await plain.json(), await timed.json());
});

Deno.test("POST /recognize answers a list with a list", async () => {
  const one = { strokes: [{ x: [1], y: [1] }] };
  const { results } = await (await postJson({ inputs: [one] })).json();
  assert.equal(results.length, 1);
  const form = new FormData();
  for (const name of ["a", "b"]) {
    form.append("image", new Blob([barPng()]), name);
  }
  const init = { method: "POST", body: form };
  const answer = await (await app.request("/recognize", init)).json();
  assert.equal(answer.results.length, 2);
});

Deno.test("POST /recognize rejects a blank picture as blank", async () => {
  const blank = {
    width: 30,
    height: 30,
    pixels: new Uint8Array(900).fill(200),
  };
  const answer = await (await post(encodePng(blank), "image/png")).json();
  assert.equal(answer.rejected, true);
  assert.equal(answer.reason, "blank");
});

Deno.test("POST /recognize lists the best digits if asked", async () => {
  const answer = await (await post(digits(1), OCTETS, "?top=2")).json();
  assert.deepEqual(answer.top, [
    { digit: 0, probability: 0.91 },
    { digit: 1, probability: 0.01 },
  ]);
});

Deno.test("POST /recognize refuses queries that it does not know", async () => {
  const cases: [string, RegExp][] = [
    ["?top=0", /whole number from 1 to 10/],
    ["?top=11", /whole number from 1 to 10/],
    ["?explain=yes", /true or false/],
    ["?mode=exe", /expected digit or number/],
    ["?fast=1", /not a known name/],
    ["?top=1&top=2", /more than once/],
  ];
  for (const [query, detail] of cases) {
    const problem = await refusal(post(digits(1), OCTETS, query), 400);
    assert.match(problem.detail, detail);
    assert.match(problem.errors[0].pointer, /^\/query\//);
  }
  const query = "?normalize=false";
  const problem = await refusal(post(barPng(), "image/png", query), 400);
  assert.match(problem.detail, /always goes through the image path/);
});

Deno.test("POST /recognize refuses bodies with status and pointer", async () => {
  const strokes = (...list: unknown[]) => ({ strokes: list });
  const inputs = (...list: unknown[]) => ({ inputs: list });
  const good = { strokes: [{ x: [1], y: [1] }] };
  const cases: [unknown, number, string | null, RegExp][] = [
    [[], 422, "", /a list of 0, expected an object/],
    [{}, 422, "", /has none of pixels, image, strokes/],
    [{ pixels: [], image: "" }, 422, "", /pixels and image/],
    [{ image: 7 }, 422, "/image", /is 7, expected base64/],
    [{ image: "%%%" }, 422, "/image", /not base64/],
    [{ image: "" }, 422, "/image", /empty/],
    [{ image: "data:image/png,xx" }, 422, "/image", /without base64/],
    [{ image: btoa("<svg/>") }, 415, "/image", /no known format/],
    [{ image: btoa("\x89PNG\r\n\x1a\n") }, 422, "/image", /ends after 8/],
    [{ pixels: [1, 2] }, 422, "/pixels", /list of 784 numbers/],
    [{ pixels: [256], width: 1, height: 1 }, 422, "/pixels/0", /is 256/],
    [{ pixels: ["1"], width: 1, height: 1 }, 422, "/pixels/0", /is "1"/],
    [{ pixels: [1], width: 1.5, height: 1 }, 422, "/width", /is 1.5/],
    [{ pixels: [1], width: 5000, height: 1 }, 422, "/width", /is 5000/],
    [{ pixels: [1], depth: 1 }, 422, "/depth", /not a known key/],
    [strokes(), 422, "/strokes", /a list of 0/],
    [strokes({ x: [], y: [] }), 422, "/strokes", /0 points/],
    [strokes({ x: [1] }), 422, "/strokes/0/y", /missing/],
    [strokes({ x: [1], y: [1, 2] }), 422, "/strokes/0/y", /a list of 2/],
    [strokes({ x: [1], y: [null] }), 422, "/strokes/0/y/0", /is null/],
    [strokes({ x: [1], y: [1], t: [] }), 422, "/strokes/0/t", /list of 1/],
    [strokes({ x: [1e7], y: [1] }), 422, "/strokes/0/x/0", /10000000/],
    [
      strokes({ x: Array(4097).fill(1), y: Array(4097).fill(1) }),
      422,
      "/strokes/0/x",
      /4097/,
    ],
    [
      strokes(
        ...Array(3).fill({ x: Array(2000).fill(1), y: Array(2000).fill(1) }),
      ),
      422,
      "/strokes",
      /6000 points/,
    ],
    [inputs(), 422, "/inputs", /a list of 0/],
    [inputs(...Array(65).fill(good)), 422, "/inputs", /a list of 65/],
    [inputs(good, 5), 422, "/inputs/1", /is 5/],
    [
      inputs(good, good, { image: btoa("x") }),
      415,
      "/inputs/2/image",
      /format/,
    ],
    [{ inputs: [good], strokes: [] }, 422, "/strokes", /not a known key/],
  ];
  for (const [json, status, pointer, detail] of cases) {
    const problem = await refusal(postJson(json), status);
    assert.equal(problem.errors?.[0].pointer ?? null, pointer);
    assert.match(problem.detail, detail);
  }
});

Deno.test("POST /recognize refuses media types, lengths and broken bodies", async () => {
  const form = "multipart/form-data; boundary=x";
  const cases: [BodyInit, string, number, RegExp][] = [
    [digits(1), "", 415, /no media type/],
    [new Uint8Array(0), "", 422, /empty/],
    [digits(1), "text/plain", 415, /text\/plain/],
    [
      digits(1),
      "application/x-www-form-urlencoded",
      415,
      /supported: application/,
    ],
    [digits(1), "image/png", 415, /no known format/],
    [new Uint8Array(0), OCTETS, 422, /empty/],
    ["", "application/json", 422, /empty/],
    [new Uint8Array(785), OCTETS, 422, /785 bytes/],
    [new Uint8Array(784 * 65), OCTETS, 422, /65 digit images/],
    [barPng().slice(0, 60), "image/png", 422, /ends after 60 bytes/],
    ["{", "application/json", 400, /does not parse/],
    [Uint8Array.of(0x22, 0xff, 0x22), "application/json", 400, /not UTF-8/],
    ["--y\r\n", form, 400, /multipart/],
    ["x", "multipart/form-data", 400, /multipart/],
    ["not a part", form, 400, /multipart/],
    [
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nhi\r\n--x\r\n',
      form,
      400,
      /multipart/,
    ],
    [
      '--x\r\nContent-Disposition: form-data; name="image"\r\n\r\nhi\r\n--x--\r\n',
      form,
      422,
      /is text/,
    ],
    ["--x--\r\n", form, 422, /0 files named image/],
  ];
  for (const [body, type, status, detail] of cases) {
    const problem = await refusal(post(body, type), status);
    assert.match(problem.detail, detail);
  }
});

Deno.test("POST /recognize refuses an Accept that it cannot satisfy", async () => {
  const sent = post(digits(1), OCTETS, "", { Accept: "text/html" });
  assert.match((await refusal(sent, 406)).detail, /application\/json/);
});

Deno.test("POST /recognize refuses pictures with too many pixels together", async () => {
  const huge = encodePng({
    width: 4096,
    height: 4096,
    pixels: new Uint8Array(4096 * 4096).fill(255),
  });
  const image = {
    image: btoa(Array.from(huge, (byte) => String.fromCharCode(byte)).join("")),
  };
  const sent = postJson({ inputs: [image, image, image] });
  const problem = await refusal(sent, 422);
  assert.equal(problem.errors[0].pointer, "/inputs/2/image");
  assert.match(problem.detail, /at most 33554432/);
});

async function refusal(sent: Promise<Response>, status: number) {
  const response = await sent;
  const problem = await response.json();
  assert.equal(response.status, status, JSON.stringify(problem));
  assert.equal(
    response.headers.get("Content-Type"),
    "application/problem+json",
  );
  assert.equal(problem.status, status);
  return problem;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
