import assert from "node:assert/strict";
import { type App, createApp } from "../../src/app.ts";
import { simpleModels } from "./simple_models.ts";

const models = simpleModels;

/** Values of every line of the metrics, by name and labels. */
async function scrape(app: App): Promise<Map<string, number>> {
  const response = await app.request("/metrics");
  assert.equal(response.status, 200);
  assert.equal(
    response.headers.get("Content-Type"),
    "text/plain; version=0.0.4; charset=utf-8",
  );
  const lines = (await response.text()).split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => {
    const [, name, value] = /^(\w+(?:\{.*\})?) (\S+)$/.exec(line) ?? [];
    assert.ok(name !== undefined && !Number.isNaN(Number(value)), line);
    return [name, Number(value)];
  }));
}

function recognize(app: App, body: Uint8Array<ArrayBuffer>, query = "") {
  return app.request(`/recognize${query}`, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/octet-stream" },
  });
}

/** Two images of a digit, and one of none. */
function threeImages() {
  const pixels = new Uint8Array(3 * 784);
  pixels[0] = 7;
  pixels[784] = 8;
  return pixels;
}

Deno.test("GET /metrics counts requests by method, route and status", async () => {
  const app = createApp(models);
  assert.ok(![...(await scrape(app)).keys()].some((key) => /recogn/.test(key)));
  await recognize(app, threeImages());
  await recognize(app, new Uint8Array(784));
  await recognize(app, new Uint8Array(785));
  await (await app.request("/models/")).body?.cancel();
  await app.request("/sample?digit=10");
  for (const path of ["/", "/look.css", "/nowhere", "/a/b/c", "/v2/x"]) {
    await (await app.request(path)).body?.cancel();
  }
  await app.request("/recognize");
  await app.request("/livez", { method: "BREW" });
  const preflight = { "Access-Control-Request-Method": "POST" };
  for (const path of ["/nowhere", "/look.css", "/v2/models/generator"]) {
    await app.request(path, { method: "OPTIONS", headers: preflight });
  }
  const unwanted = { headers: { Accept: "image/gif" } };
  await (await app.request("/look.css", unwanted)).body?.cancel();
  const found = await scrape(app);
  const count = (method: string, route: string, status: number) =>
    found.get(
      `http_requests_total{method="${method}",route="${route}",status="${status}"}`,
    );
  assert.equal(count("POST", "/recognize", 200), 2);
  assert.equal(count("POST", "/recognize", 422), 1);
  assert.equal(count("GET", "/models", 200), 1);
  assert.equal(count("GET", "/recognize", 405), 1);
  assert.equal(count("GET", "/sample", 400), 1);
  assert.equal(count("GET", "/metrics", 200), 1);
  assert.equal(count("GET", "/{file}", 200), 2);
  assert.equal(count("GET", "(unknown)", 404), 3);
  assert.equal(count("other", "/livez", 405), 1);
  assert.equal(count("OPTIONS", "(unknown)", 204), 1);
  assert.equal(count("OPTIONS", "/{file}", 204), 1);
  assert.equal(count("OPTIONS", "/v2/models/{model}", 204), 1);
  assert.equal(count("GET", "/{file}", 406), 1);
  assert.equal(found.get("http_requests_in_flight"), 1);
});

Deno.test("GET /metrics has histograms of seconds and of confidence", async () => {
  const app = createApp(models);
  await recognize(app, threeImages());
  const found = await scrape(app);
  const labels = 'method="POST",route="/recognize",status="200"';
  const seconds = "http_request_duration_seconds";
  assert.equal(found.get(`${seconds}_bucket{le="10",${labels}}`), 1);
  assert.equal(found.get(`${seconds}_bucket{le="+Inf",${labels}}`), 1);
  assert.equal(found.get(`${seconds}_count{${labels}}`), 1);
  const sum = found.get(`${seconds}_sum{${labels}}`)!;
  assert.ok(sum > 0 && sum < 10, `${sum} s`);
  // Of each answer the simple recognizer is 0.91 sure.
  assert.equal(found.get('inkling_confidence_bucket{le="0.9"}'), 0);
  assert.equal(found.get('inkling_confidence_bucket{le="0.95"}'), 3);
  assert.equal(found.get("inkling_confidence_count"), 3);
  assert.equal(found.get("inkling_confidence_sum"), 3 * 0.91);
});

Deno.test("GET /metrics counts rejections by reason, of both protocols", async () => {
  const app = createApp(models);
  await recognize(app, threeImages());
  const data = new Array(784).fill(0);
  const body = JSON.stringify({
    inputs: [{ name: "images", shape: [1, 784], datatype: "UINT8", data }],
  });
  const path = "/v2/models/recognizer/infer";
  const { status } = await app.request(path, { method: "POST", body });
  assert.equal(status, 200);
  const found = await scrape(app);
  assert.equal(found.get('inkling_rejections_total{reason="blank"}'), 2);
  assert.equal(found.get("inkling_confidence_count"), 4);
  assert.equal(
    found.get(
      'http_requests_total{method="POST",route="/v2/models/{model}/infer",status="200"}',
    ),
    1,
  );
});

Deno.test("GET /metrics counts the bytes of bodies", async () => {
  const app = createApp(models);
  const cases: [string, Response][] = [
    ["/recognize", await recognize(app, threeImages())],
    ["/sample", await app.request("/sample?format=raw&count=3")],
    ["/{file}", await app.request("/look.css")],
    ["/models", await app.request("/models")],
    ["/openapi.json", await app.request("/openapi.json")],
    ["(unknown)", await app.request("/nowhere-é")],
  ];
  await app.request("/models", { method: "HEAD" });
  const found = await scrape(app);
  for (const [route, response] of cases) {
    const { length } = await response.bytes();
    const labels = [...found.keys()]
      .filter((key) => key.startsWith("http_response_body_bytes_total"))
      .filter((key) => key.includes(`route="${route}"`));
    const total = labels.reduce((sum, key) => sum + found.get(key)!, 0);
    assert.equal(total, length, route);
  }
  assert.equal(
    found.get(
      'http_request_body_bytes_total{method="POST",route="/recognize",status="200"}',
    ),
    3 * 784,
  );
});

Deno.test("GET /metrics answers while stopping, and is not there if it is off", async () => {
  const stopping = createApp(models);
  await stopping.stop();
  assert.equal((await stopping.request("/sample")).status, 503);
  const found = await scrape(stopping);
  assert.equal(
    found.get('http_requests_total{method="GET",route="/sample",status="503"}'),
    1,
  );
  const off = createApp({ ...models, metrics: false });
  assert.equal((await off.request("/metrics")).status, 404);
});

Deno.test("GET /metrics has few series, whatever clients send", async () => {
  const app = createApp(models);
  const before = (await scrape(app)).size;
  for (let i = 0; i < 50; i++) {
    const init = { method: `M${i}` };
    await (await app.request(`/path-${i}`, init)).body?.cancel();
    await (await app.request(`/v2/models/${i}`, init)).body?.cancel();
  }
  const after = (await scrape(app)).size;
  assert.ok(after - before < 60, `${after - before} more lines`);
});
