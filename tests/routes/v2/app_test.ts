import assert from "node:assert/strict";
import { createApp } from "../../../src/app.ts";
import { simpleModels, simpleRecognizer } from "../simple_models.ts";

const errors: Error[] = [];
const app = createApp({
  ...simpleModels,
  maxBody: 1 << 20,
  onError: (error) => errors.push(error),
});

async function get(path: string, status = 200) {
  const response = await app.request(path);
  assert.equal(response.status, status, path);
  assert.equal(response.headers.get("Content-Type"), "application/json");
  assert.ok(response.headers.get("X-Request-Id"));
  return await response.json();
}

async function infer(model: string, request: unknown, status = 200) {
  const response = await app.request(`/v2/models/${model}/infer`, {
    method: "POST",
    body: typeof request === "string" ? request : JSON.stringify(request),
  });
  const json = await response.json();
  assert.equal(response.status, status, JSON.stringify(json));
  if (status !== 200) assert.deepEqual(Object.keys(json), ["error"]);
  return json;
}

/** Images of one inked pixel each, whose digits are 1, 2 and 3. */
function images(shape: number[], data: unknown) {
  return { inputs: [{ name: "images", shape, datatype: "UINT8", data }] };
}
const FLAT = [1, 2, 3].flatMap((ink) => [ink, ...new Array(783).fill(0)]);

function digits(...data: unknown[]) {
  const shape = [data.length];
  return { inputs: [{ name: "digits", shape, datatype: "INT64", data }] };
}

Deno.test("GET /v2 describes server and models", async () => {
  const server = await get("/v2");
  assert.equal(server.name, "inkling");
  assert.match(server.version, /^\d+\.\d+\.\d+$/);
  assert.deepEqual(server.extensions, ["binary_tensor_data"]);
  assert.deepEqual(await get("/v2/models/recognizer"), {
    name: "recognizer",
    versions: ["00c0ffee"],
    platform: "inkling",
    inputs: [{ name: "images", datatype: "UINT8", shape: [-1, 28, 28] }],
    outputs: [
      { name: "digits", datatype: "INT64", shape: [-1] },
      { name: "probabilities", datatype: "FP64", shape: [-1, 10] },
      { name: "rejected", datatype: "BOOL", shape: [-1] },
      { name: "reasons", datatype: "BYTES", shape: [-1] },
    ],
  });
  const generator = await get("/v2/models/generator");
  assert.deepEqual(generator.inputs, [
    { name: "digits", datatype: "INT64", shape: [-1] },
  ]);
});

Deno.test("GET /v2 answers whether server and models are live and ready", async () => {
  assert.deepEqual(await get("/v2/health/live"), { live: true });
  const ready = { ready: true, live: true };
  assert.deepEqual(await get("/v2/health/ready"), ready);
  for (const name of ["recognizer", "generator"]) {
    assert.deepEqual(await get(`/v2/models/${name}/ready`), { name, ...ready });
  }
});

Deno.test("GET /v2 is not ready with a broken model, or while stopping", async () => {
  const broken = createApp({
    recognizer: simpleRecognizer,
    generator: () => Promise.reject(new TypeError("broken")),
  });
  const ask = async (path: string) => {
    const response = await broken.request(path);
    return [response.status, (await response.json()).ready];
  };
  assert.deepEqual(await ask("/v2/health/ready"), [503, false]);
  assert.deepEqual(await ask("/v2/models/generator/ready"), [503, false]);
  assert.deepEqual(await ask("/v2/models/recognizer/ready"), [200, true]);
  await broken.stop();
  assert.equal((await broken.request("/v2/health/live")).status, 200);
  assert.deepEqual(await ask("/v2/health/ready"), [503, false]);
});

Deno.test("POST /v2/models/recognizer/infer reads batches, flat or nested", async () => {
  const rows = (image: number[]) =>
    Array.from({ length: 28 }, (_, y) => image.slice(28 * y, 28 * y + 28));
  const nested = [0, 1, 2].map((i) => rows(FLAT.slice(784 * i, 784 * i + 784)));
  const requests = [
    images([3, 28, 28], FLAT),
    images([3, 784], FLAT),
    images([3, 28, 28, 1], FLAT),
    images([3, 28, 28], nested),
  ];
  for (const request of requests) {
    const answer = await infer("recognizer", { id: "a/1", ...request });
    assert.equal(answer.model_name, "recognizer");
    assert.equal(answer.model_version, "00c0ffee");
    assert.equal(answer.id, "a/1");
    const [found, probabilities, rejected, reasons] = answer.outputs;
    assert.deepEqual(found, {
      name: "digits",
      datatype: "INT64",
      shape: [3],
      data: [1, 2, 3],
    });
    assert.deepEqual(probabilities.shape, [3, 10]);
    assert.equal(probabilities.data.length, 30);
    assert.equal(probabilities.data[1], 0.91);
    assert.deepEqual(rejected.data, [false, false, false]);
    assert.deepEqual(reasons.data, ["", "", ""]);
  }
});

Deno.test("POST /v2/models/*/infer answers with the requested outputs", async () => {
  const outputs = [{ name: "rejected" }, { name: "digits" }];
  const answer = await infer("recognizer", {
    ...images([3, 784], FLAT),
    outputs,
  });
  assert.equal("id" in answer, false);
  assert.deepEqual(
    answer.outputs.map(({ name }: { name: string }) => name),
    ["rejected", "digits"],
  );
});

Deno.test("POST /v2/models/generator/infer generates by seed", async () => {
  const parameters = { seed: 7, spread: 0.5, binary_data_output: false };
  const request = { ...digits(0, 3), parameters };
  const answer = await infer("generator", request);
  assert.deepEqual(answer.parameters, { seed: 7 });
  const [{ name, datatype, shape, data }] = answer.outputs;
  assert.deepEqual([name, datatype, shape], ["images", "UINT8", [2, 28, 28]]);
  assert.equal(data.length, 2 * 784);
  assert.deepEqual([data[0], data[784]], [7, 67]);
  const random = await infer("generator", digits(1));
  assert.ok(Number.isInteger(random.parameters.seed));
});

Deno.test("POST /v2/models/*/infer refuses what it cannot infer", async () => {
  const cases: [string, unknown, number, RegExp][] = [
    ["recognizer", "{", 400, /not JSON/],
    ["recognizer", [], 400, /list of 0, expected an object/],
    ["recognizer", {}, 400, /\/inputs is missing/],
    ["recognizer", digits(1), 400, /\/inputs\/0\/name is digits/],
    ["recognizer", images([1, 28], FLAT), 400, /shape is \[1,28\]/],
    ["recognizer", images([65, 784], []), 400, /n up to 64/],
    ["recognizer", images([2, 784], FLAT), 400, /2352 elements/],
    ["recognizer", images([1, 784], "AA=="), 400, /0 elements/],
    ["recognizer", images([3, 784], FLAT.with(5, 256)), 400, /data\/5 is 256/],
    ["generator", digits(1, 10), 400, /data\/1 is 10/],
    ["generator", digits("1"), 400, /data\/0 is "1"/],
    [
      "generator",
      { ...digits(1), parameters: { seed: -1 } },
      400,
      /\/parameters\/seed is -1/,
    ],
    [
      "generator",
      { ...digits(1), outputs: [{ name: "digits" }] },
      400,
      /expected one of images/,
    ],
    ["generator", `"${"x".repeat(1 << 20)}"`, 413, /at most/],
  ];
  for (const [model, request, status, message] of cases) {
    const { error } = await infer(model, request, status);
    assert.match(error, message);
  }
  assert.deepEqual(errors, []);
});

Deno.test("/v2 refuses unknown paths and methods in the protocol's form", async () => {
  assert.match((await get("/v2/models/judge", 404)).error, /no \/v2\/models/);
  assert.match((await get("/v2/nothing", 404)).error, /\/v2\/nothing/);
  const response = await app.request("/v2/models/recognizer/infer");
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("Allow"), "POST, OPTIONS");
  assert.match((await response.json()).error, /GET is not a method/);
  assert.equal(response.headers.get("Access-Control-Allow-Origin"), "*");
});
