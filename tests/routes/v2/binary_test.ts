/**
 * Tensors as bytes behind the JSON.
 *
 * @module
 */

import assert from "node:assert/strict";
import { createApp } from "../../../src/app.ts";
import { jobOf, responseOf } from "../../../src/long_work/job.ts";
import { createRunJob } from "../../../src/long_work/run_job.ts";
import { loadModels } from "../../../src/models.ts";
import { divide, joined } from "../../../src/routes/v2/binary.ts";

const errors: Error[] = [];
const app = createApp({
  ...await loadModels(),
  onError: (error) => errors.push(error),
});

const HEADER = "Inference-Header-Content-Length";

type Bytes = Uint8Array<ArrayBuffer>;

/** Sends JSON, and bytes behind it. */
async function send(
  model: string,
  request: object,
  bytes?: Uint8Array,
  stated?: string,
  service = app,
): Promise<Response> {
  const json = new TextEncoder().encode(JSON.stringify(request));
  const headers: Record<string, string> = bytes === undefined
    ? { "Content-Type": "application/json" }
    : {
      "Content-Type": "application/octet-stream",
      [HEADER]: stated ?? String(json.length),
    };
  return await service.request(`/v2/models/${model}/infer`, {
    method: "POST",
    headers,
    body: joined([json, bytes ?? new Uint8Array(0)]),
  });
}

/** Reads an answer's JSON and what follows it. */
async function divided(response: Response) {
  assert.equal(response.status, 200);
  assert.equal(
    response.headers.get("Content-Type"),
    "application/octet-stream",
  );
  const body = await response.bytes();
  assert.equal(response.headers.get("Content-Length"), `${body.length}`);
  const { json, elements } = divide(body, response.headers.get(HEADER)!);
  return { json: JSON.parse(new TextDecoder().decode(json)), elements };
}

/** A stem of ink, and a blank image. */
const IMAGES: Bytes = Uint8Array.from({ length: 2 * 784 }, (_, i) => {
  const [x, y] = [i % 28, Math.floor(i / 28)];
  return x >= 13 && x < 16 && y >= 4 && y < 24 ? 255 : 0;
});
const RECOGNIZER = { name: "images", shape: [2, 784], datatype: "UINT8" };
const GENERATOR = { name: "digits", shape: [3], datatype: "INT64" };
const DIGITS = new Uint8Array(BigInt64Array.of(3n, 0n, 9n).buffer);
const size = (bytes: Uint8Array) => ({ binary_data_size: bytes.length });
const binaryImages = {
  inputs: [{ ...RECOGNIZER, parameters: size(IMAGES) }],
};

Deno.test("POST /v2/models/recognizer/infer takes and answers bytes", async () => {
  const plain = await send("recognizer", {
    inputs: [{ ...RECOGNIZER, data: [...IMAGES] }],
  });
  const expected = await plain.json();
  // Bytes in, JSON out.
  const json = await (await send("recognizer", binaryImages, IMAGES)).json();
  assert.deepEqual(json, expected);
  // Bytes in, bytes out.
  const parameters = { binary_data_output: true };
  const { json: head, elements } = await divided(
    await send("recognizer", { id: "7", parameters, ...binaryImages }, IMAGES),
  );
  assert.equal(head.id, "7");
  const sizes = [2 * 8, 20 * 8, 2 * 1, 4 + 4 + "blank".length];
  for (const [i, output] of head.outputs.entries()) {
    const { data: _, ...described } = expected.outputs[i];
    const size = { binary_data_size: sizes[i] };
    assert.deepEqual(output, { ...described, parameters: size });
  }
  const [digits, probabilities, rejected, reasons] = expected.outputs;
  const view = new DataView(elements.buffer);
  let at = 0;
  for (const digit of digits.data) {
    assert.equal(view.getBigInt64(at, true), BigInt(digit));
    at += 8;
  }
  for (const probability of probabilities.data) {
    assert.equal(view.getFloat64(at, true), probability);
    at += 8;
  }
  for (const flag of rejected.data) assert.equal(elements[at++], Number(flag));
  for (const reason of reasons.data) {
    assert.equal(view.getUint32(at, true), reason.length);
    const text = elements.subarray(at + 4, at + 4 + reason.length);
    assert.equal(new TextDecoder().decode(text), reason);
    at += 4 + reason.length;
  }
  assert.equal(at, elements.length);
  assert.deepEqual(reasons.data, ["", "blank"]);
});

Deno.test("POST /v2/models/generator/infer takes and answers bytes", async () => {
  const parameters = { seed: 7 };
  const inputs = [{ ...GENERATOR, data: [3, 0, 9] }];
  const { outputs } = await (await send("generator", { parameters, inputs }))
    .json();
  const binary = {
    parameters: { ...parameters, binary_data_output: true },
    inputs: [{ ...GENERATOR, parameters: size(DIGITS) }],
  };
  const { json, elements } = await divided(
    await send("generator", binary, DIGITS),
  );
  assert.deepEqual(json.parameters, parameters);
  assert.deepEqual([...elements], outputs[0].data);
  // JSON in, bytes out: no header is needed.
  const again = await divided(
    await send("generator", {
      parameters,
      inputs,
      outputs: [{ name: "images", parameters: { binary_data: true } }],
    }),
  );
  assert.deepEqual(again.elements, elements);
});

Deno.test("POST /v2/models/*/infer answers some outputs as bytes, in the order asked", async () => {
  const outputs = [
    { name: "reasons" },
    { name: "digits", parameters: { binary_data: true } },
    { name: "rejected", parameters: { binary_data: false } },
  ];
  const { json, elements } = await divided(
    await send("recognizer", { ...binaryImages, outputs }, IMAGES),
  );
  const [reasons, digits, rejected] = json.outputs;
  assert.deepEqual(reasons.data, ["", "blank"]);
  assert.deepEqual([digits.name, digits.data], ["digits", undefined]);
  assert.deepEqual(rejected.data, [false, true]);
  assert.equal(elements.length, 16);
});

Deno.test("POST /v2/models/*/infer answers bytes from the second thread's handlers", async () => {
  const models = await loadModels();
  const run = createRunJob(models);
  let jobs = 0;
  const service = createApp({
    ...models,
    longWorker: () =>
      Promise.resolve({
        answer: async (c, body) => {
          jobs++;
          return responseOf(c, await run(jobOf(c, body)));
        },
        stop() {},
      }),
  });
  const digits = Array.from({ length: 20 }, (_, i) => BigInt(i % 10));
  const bytes = new Uint8Array(BigInt64Array.from(digits).buffer);
  const request = {
    parameters: { seed: 1, binary_data_output: true },
    inputs: [{ ...GENERATOR, shape: [20], parameters: size(bytes) }],
  };
  const { elements } = await divided(
    await send("generator", request, bytes, undefined, service),
  );
  assert.equal(jobs, 1);
  assert.equal(elements.length, 20 * 784);
});

Deno.test("POST /v2/models/*/infer refuses bytes that do not fit", async () => {
  const input = (more: object) => ({ inputs: [{ ...RECOGNIZER, ...more }] });
  const short = { parameters: { binary_data_size: 5 } };
  const none = new Uint8Array(0);
  const large = new Uint8Array(BigInt64Array.of(3n, 0n, 1n << 60n).buffer);
  const digits = { ...GENERATOR, parameters: size(DIGITS) };
  const cases: [string, object, Uint8Array, RegExp, string?][] = [
    ["recognizer", binaryImages, IMAGES, /is "99999", expected/, "99999"],
    ["recognizer", binaryImages, IMAGES, /is "-1"/, "-1"],
    ["recognizer", binaryImages, IMAGES, /is "0x10"/, "0x10"],
    ["recognizer", binaryImages, IMAGES, /is not JSON/, "0"],
    ["recognizer", input(short), IMAGES, /binary_data_size is 5.* 1568/],
    ["recognizer", input({}), IMAGES, /binary_data_size is undefined/],
    ["recognizer", binaryImages, none, /binary_data_size is 1568.* 0/],
    [
      "recognizer",
      { inputs: [{ ...binaryImages.inputs[0], data: [] }] },
      IMAGES,
      /together with data/,
    ],
    [
      "recognizer",
      { inputs: [{ ...binaryImages.inputs[0], shape: [3, 784] }] },
      IMAGES,
      /2352/,
    ],
    [
      "recognizer",
      { inputs: [{ ...binaryImages.inputs[0], datatype: "FP32" }] },
      IMAGES,
      /whole elements/,
    ],
    ["generator", { inputs: [digits] }, large, /data\/2 is \d+, expected/],
    [
      "generator",
      { inputs: [{ ...digits, parameters: size(none.subarray()) }] },
      none,
      /0 elements/,
    ],
    [
      "recognizer",
      { ...binaryImages, parameters: { binary_data_output: 1 } },
      IMAGES,
      /true or false/,
    ],
  ];
  for (const [model, request, bytes, message, stated] of cases) {
    const response = await send(model, request, bytes, stated);
    const { error } = await response.json();
    assert.equal(response.status, 400, error);
    assert.match(error, message);
  }
  assert.deepEqual(errors, []);
});
