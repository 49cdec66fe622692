import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import { randomDigits } from "../../src/generator.ts";
import { decodePng } from "../../src/image/png/decode.ts";
import { loadModels } from "../../src/models.ts";
import {
  loadSimpleGenerator,
  simpleModels,
  simpleRecognizer,
} from "./simple_models.ts";

const app = createApp({
  ...simpleModels,
  onError: (error) => {
    throw error;
  },
});

function get(query: string, headers: HeadersInit = {}): Promise<Response> {
  return Promise.resolve(app.request(`/sample${query}`, { headers }));
}

Deno.test("GET /sample answers one random digit with its seed", async () => {
  const response = await get("");
  assert.equal(response.status, 200);
  const { seed, model, samples } = await response.json();
  assert.ok(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32);
  assert.equal(model, "generator-00c0ffee");
  assert.equal(samples.length, 1);
  assert.deepEqual(samples[0].digit, randomDigits(seed, 1)[0]);
  assert.equal(atob(samples[0].pixels).length, 784);
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  assert.equal(response.headers.get("ETag"), null);
});

Deno.test("GET /sample names the seeded address of a random answer", async () => {
  const random = await get("?count=3", { Accept: "application/octet-stream" });
  const address = random.headers.get("Content-Location") ?? "";
  assert.match(
    address,
    /^\/sample\?count=3&seed=\d+&.*format=raw&model=generator-00c0ffee$/,
  );
  const again = await app.request(address);
  assert.deepEqual(await again.bytes(), await random.bytes());
});

Deno.test("GET /sample answers the same bytes for the same seed", async () => {
  for (const format of ["json", "png", "svg", "raw"]) {
    const query = `?seed=7&count=5&format=${format}`;
    const first = await get(query);
    const second = await get(query);
    assert.deepEqual(await first.bytes(), await second.bytes());
    const tag = first.headers.get("ETag") ?? "";
    assert.match(tag, /^"[\x21\x23-\x7e]+"$/);
    const cached = await get(query, { "If-None-Match": tag });
    assert.equal(cached.status, 304);
    assert.equal(cached.headers.get("ETag"), tag);
    assert.equal((await cached.bytes()).length, 0);
  }
});

Deno.test("GET /sample is immutable only if the URL names the model", async () => {
  const pinned = await get("?seed=7&model=generator-00c0ffee");
  assert.equal(
    pinned.headers.get("Cache-Control"),
    "public, max-age=31536000, immutable",
  );
  assert.equal(pinned.headers.get("Content-Location"), null);
  const seeded = await get("?seed=7");
  assert.equal(seeded.headers.get("Cache-Control"), "no-cache");
  assert.equal(seeded.headers.get("ETag"), pinned.headers.get("ETag"));
  const address = seeded.headers.get("Content-Location") ?? "";
  assert.match(address, /&model=generator-00c0ffee$/);
  const same = await app.request(address);
  assert.match(same.headers.get("Cache-Control") ?? "", /immutable/);
  assert.equal(same.headers.get("ETag"), pinned.headers.get("ETag"));
  assert.deepEqual(await same.bytes(), await seeded.bytes());
  const random = await get("?model=generator-00c0ffee");
  assert.equal(random.headers.get("Cache-Control"), "no-store");
  assert.equal(random.headers.get("ETag"), null);
});

Deno.test("GET /sample refuses a model that is not served", async () => {
  const response = await get("?seed=7&model=generator-0123abcd");
  assert.equal(response.status, 409);
  assert.equal(response.headers.get("Cache-Control"), "no-store");
  const { detail, errors } = await response.json();
  assert.match(detail, /generator-00c0ffee is served/);
  assert.equal(errors[0].pointer, "/query/model");
  assert.equal((await get("?model=recognizer-0123abcd")).status, 400);
});

Deno.test("GET /sample has another entity tag for another answer", async () => {
  const queries = [
    "?seed=1",
    "?seed=2",
    "?seed=1&digit=1",
    "?seed=1&count=2",
    "?seed=1&spread=0.5",
    "?seed=1&style=3",
    "?seed=1&format=png",
    "?seed=1&format=png&scale=2",
    "?seed=1&format=png&columns=2",
    "?seed=1&latents=true",
    "?seed=1&latent=AQI=",
    "?seed=1&latent=AQM=",
    "?seed=1&text=12&format=png",
    "?seed=1&text=1+2&format=png",
    "?seed=2&text=12&format=png",
    "?seed=1&text=12&format=png&style=1",
  ];
  const tags = await Promise.all(
    queries.map(async (query) => (await get(query)).headers.get("ETag")),
  );
  assert.equal(new Set(tags).size, queries.length);
  // Written otherwise, the same request has the same tag.
  const same = await get("?count=1&seed=01");
  assert.equal(same.headers.get("ETag"), tags[0]);
});

Deno.test("GET /sample answers raw pixels with their digits", async () => {
  const response = await get("?seed=3&count=4&digit=6&format=raw");
  assert.equal(
    response.headers.get("Content-Type"),
    "application/octet-stream",
  );
  assert.equal(response.headers.get("X-Digits"), "6,6,6,6");
  assert.deepEqual(
    await response.bytes(),
    new Uint8Array(4 * 784).fill(3 + 6 * 20),
  );
});

Deno.test("GET /sample lays out a sheet as PNG", async () => {
  const query = "?seed=0&digit=5&count=5&format=png&scale=2&columns=3";
  const sheet = await (await get(query)).bytes();
  const { width, height, pixels } = decodePng(sheet);
  assert.deepEqual([width, height], [3 * 56, 2 * 56]);
  assert.equal(pixels[0], 100);
  assert.equal(pixels.at(-1), 0); // The sixth place is empty.
});

Deno.test("GET /sample draws a sheet as SVG", async () => {
  const response = await get("?seed=0&digit=9&count=2&format=svg&scale=3");
  assert.equal(response.headers.get("Content-Type"), "image/svg+xml");
  const svg = await response.text();
  assert.match(svg, /width="168" height="84" viewBox="0 -.5 56 28"/);
  assert.match(svg, /<path stroke="#bbb" d="M0 0h56M0 1h56/);
});

Deno.test("GET /sample answers in the format that Accept prefers, unless format is given", async () => {
  const cases: [string, string, string][] = [
    ["", "*/*", "application/json"],
    ["", "image/*", "image/png"],
    ["", "image/svg+xml, image/png;q=0.9", "image/svg+xml"],
    ["", "image/png;q=0.1, application/json;q=0", "image/png"],
    ["", "text/html, */*;q=0.8", "application/json"],
    ["&format=png", "application/json", "image/png"],
  ];
  for (const [format, accept, type] of cases) {
    const response = await get(`?seed=1${format}`, { Accept: accept });
    assert.equal(response.headers.get("Content-Type"), type, accept);
    assert.equal(
      response.headers.get("Vary"),
      format === "" ? "Accept" : null,
    );
  }
  assert.equal((await get("", { Accept: "text/html" })).status, 406);
});

Deno.test("GET /sample draws the same digit from a latent that it returned", async () => {
  const query = "?seed=9&count=3&latents=true";
  const { samples } = await (await get(query)).json();
  for (const { digit, pixels, latent } of samples) {
    // With and without the rest of the query, escaped, plain and URL-safe.
    for (
      const text of [
        encodeURIComponent(latent),
        latent,
        latent.replaceAll("+", "-").replaceAll("/", "_"),
      ]
    ) {
      for (const rest of ["", "&seed=77", "&seed=9&spread=0.3&style=2"]) {
        const again = await get(`?digit=${digit}&latent=${text}${rest}`);
        const [sample] = (await again.json()).samples;
        assert.equal(sample.pixels, pixels);
        assert.equal(sample.latent, undefined);
      }
    }
  }
});

Deno.test("GET /sample draws points between two digits", async () => {
  const generator = (await loadModels()).generator;
  const real = createApp({ recognizer: simpleRecognizer, generator });
  const pixels = async (query: string) =>
    await (await real.request(`/sample?seed=5&format=raw&${query}`)).bytes();
  const [three, eight] = [await pixels("digit=3"), await pixels("digit=8")];
  assert.deepEqual(await pixels("digit=3&to=8&share=0"), three);
  assert.deepEqual(await pixels("digit=3&to=8&share=1"), eight);
  const between = await pixels("digit=3&to=8&share=0.4");
  assert.notDeepEqual(between, three);
  const loaded = await generator();
  const latent = loaded.latents({ digits: [3], seed: 5 });
  const drawn = loaded.draw([{ from: 3, to: 8, share: 0.4 }], latent);
  assert.deepEqual(between, new Uint8Array(drawn));
  await real.stop();
});

Deno.test("GET /sample labels a point between two digits as the nearer one", async () => {
  const cases = [["", 3], ["&share=0.5", 3], ["&share=0.51", 8]] as const;
  for (const [share, digit] of cases) {
    const response = await get(`?seed=1&digit=3&to=8${share}`);
    assert.equal(response.headers.get("X-Digits"), String(digit));
    assert.equal((await response.json()).samples[0].digit, digit);
  }
  const address = (await get("?digit=3&to=8&seed=1")).headers;
  assert.match(
    address.get("Content-Location") ?? "",
    /digit=3&to=8&share=0\.5&count=1&seed=1/,
  );
});

Deno.test("GET /sample refuses share without digit and to", async () => {
  const cases = [
    ["to=8", "/query/to", "needs digit"],
    ["share=0.5", "/query/share", "needs to"],
    ["digit=3&share=0.5", "/query/share", "needs to"],
    ["digit=3&to=10", "/query/to", ""],
    ["digit=3&to=8&share=1.5", "/query/share", ""],
    ["text=12&to=8", "/query/to", "does not go with text"],
  ] as const;
  for (const [query, pointer, detail] of cases) {
    const response = await get(`?${query}`);
    assert.equal(response.status, 400, query);
    const { errors } = await response.json();
    assert.equal(errors[0].pointer, pointer, query);
    assert.ok(errors[0].detail.includes(detail), errors[0].detail);
  }
});

Deno.test("GET /sample names seed and latent in its canonical address", async () => {
  const response = await get("?seed=1&digit=4&latent=Pj8=&style=3");
  const address = response.headers.get("Content-Location")!;
  assert.equal(
    address,
    "/sample?digit=4&count=1&seed=1&latent=Pj8%3D&scale=1&columns=10" +
      "&format=json&model=generator-00c0ffee",
  );
  const same = await app.request(address);
  assert.match(same.headers.get("Cache-Control")!, /immutable/);
  assert.deepEqual(await same.bytes(), await response.bytes());
});

Deno.test("GET /sample refuses latents that do not fit the model", async () => {
  const cases: [string, RegExp][] = [
    ["AQ==", /has 1 bytes, expected 2/],
    ["AQID", /has 3 bytes, expected 2/],
    ["AYA=", /has 128 at byte 1, expected 0 to 127/],
    ["A!", /is "A!", expected base64/],
    ["", /has 0 bytes, expected 2/],
  ];
  for (const [latent, detail] of cases) {
    const response = await get(`?latent=${latent}`, { "If-None-Match": "*" });
    assert.equal(response.status, 400, latent);
    const { errors } = await response.json();
    assert.equal(errors[0].pointer, "/query/latent");
    assert.match(errors[0].detail, detail);
  }
});

Deno.test("GET /sample writes a number as one picture", async () => {
  const query = "?text=20 26&seed=5&format=png";
  const response = await get(query);
  assert.equal(response.headers.get("X-Digits"), "2,0,2,6");
  const { width, height } = decodePng(await response.bytes());
  const larger = await get(`${query}&scale=3`);
  const large = decodePng(await larger.bytes());
  assert.deepEqual([large.width, large.height], [3 * width, 3 * height]);
  const svg = await (await get("?text=20 26&seed=5&format=svg")).text();
  assert.match(svg, new RegExp(`viewBox="0 -.5 ${width} ${height}"`));
  const tight = await get("?text=2026&seed=5&format=png");
  assert.ok(decodePng(await tight.bytes()).width < width);
});

Deno.test("GET /sample writes a number in the hand of its style, else of its seed", async () => {
  const styles: (number | undefined)[] = [];
  const spy = createApp({
    recognizer: simpleRecognizer,
    generator: async () => {
      const simple = await loadSimpleGenerator();
      return {
        ...simple,
        latents(request) {
          styles.push(request.style);
          return simple.latents(request);
        },
      };
    },
  });
  for (const query of ["text=12&seed=6", "text=12&seed=6&style=8", "seed=6"]) {
    await (await spy.request(`/sample?${query}`)).body?.cancel();
  }
  assert.deepEqual(styles, [6, 8, undefined]);
});

Deno.test("GET /sample negotiates the format of a number", async () => {
  const cases: [string, number, string][] = [
    ["*/*", 200, "image/png"],
    ["image/svg+xml", 200, "image/svg+xml"],
    ["application/json, image/svg+xml;q=0.5", 200, "image/svg+xml"],
    ["application/json", 406, "application/problem+json"],
  ];
  for (const [accept, status, type] of cases) {
    const response = await get("?text=12&seed=1", { Accept: accept });
    assert.equal(response.status, status, accept);
    assert.equal(response.headers.get("Content-Type"), type);
    await response.body?.cancel();
  }
});

Deno.test("GET /sample writes a small spread in a form that it reads", async () => {
  const first = await get("?seed=1&format=raw&spread=0.0000001");
  const bytes = await first.bytes();
  const place = first.headers.get("Content-Location") ?? "";
  assert.match(place, /spread=1e-7/);
  const again = await app.request(place);
  assert.equal(again.status, 200);
  assert.deepEqual(await again.bytes(), bytes);
});

Deno.test("GET /sample refuses values that are not allowed", async () => {
  const cases: [string, string][] = [
    ["digit=10", "/query/digit"],
    ["digit=-1", "/query/digit"],
    ["digit=", "/query/digit"],
    ["digit=1.0", "/query/digit"],
    ["count=0", "/query/count"],
    ["count=101", "/query/count"],
    ["seed=4294967296", "/query/seed"],
    ["seed=1e3", "/query/seed"],
    ["spread=1.01", "/query/spread"],
    ["style=-1", "/query/style"],
    ["style=4294967296", "/query/style"],
    ["spread=NaN", "/query/spread"],
    ["format=exe", "/query/format"],
    ["format=png&scale=17", "/query/scale"],
    ["format=png&columns=0", "/query/columns"],
    ["text=", "/query/text"],
    ["text=12a", "/query/text"],
    ["text=12-3", "/query/text"],
    ["text=%2B49", "/query/text"],
    ["text=+49", "/query/text"],
    ["text=1++2", "/query/text"],
    ["text=٣", "/query/text"],
    [`text=${"1".repeat(41)}`, "/query/text"],
    ["text=12&format=json", "/query/format"],
    ["text=12&format=raw", "/query/format"],
    ["text=12&digit=1", "/query/digit"],
    ["text=12&count=1", "/query/count"],
    ["text=12&latents=false", "/query/latents"],
    ["text=12&columns=1", "/query/columns"],
    ["latents=yes", "/query/latents"],
    ["colour=red", "/query/colour"],
    ["a%2Fb~=1", "/query/a~1b~0"],
    ["__proto__=1", "/query/__proto__"],
  ];
  for (const [query, pointer] of cases) {
    const response = await get(`?${query}`);
    assert.equal(response.status, 400, query);
    const { errors } = await response.json();
    assert.equal(errors[0].pointer, pointer);
  }
});
