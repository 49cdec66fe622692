import assert from "node:assert/strict";
import { createApp } from "../../src/app.ts";
import {
  AnswerError,
  createClient,
  type JsonInput,
  RefusalError,
  type SheetOptions,
  UnreachableError,
} from "../../src/client.ts";
import { encodePng } from "../../src/image/png/encode.ts";
import { loadModels } from "../../src/models.ts";
import type { RECOGNIZE_QUERY } from "../../src/routes/recognize.ts";
import type { SAMPLE_QUERY } from "../../src/routes/sample_query.ts";
import type { PixelsJson } from "../../src/routes/inputs/json_pixels.ts";
import type { ReadOptions } from "../../src/client.ts";
import { answersOf, simpleClient } from "./app_client.ts";

const SEVEN = { strokes: [{ x: [20, 80, 50], y: [20, 20, 110] }] };

/** A picture with a bar. */
const PNG = encodePng({
  width: 28,
  height: 28,
  pixels: Uint8Array.from({ length: 784 }, (_, i) => i % 28 < 4 ? 255 : 0),
});

/** Bytes of an image whose pixels add up to `digit`. */
function imageOf(digit: number): number[] {
  return [digit, ...new Array<number>(783).fill(0)];
}

Deno.test("recognize() reads strokes, pixels, base64, files and bytes", async () => {
  const client = simpleClient();
  const image = `data:image/png;base64,${btoa(String.fromCharCode(...PNG))}`;
  const pixels = Array.from({ length: 784 }, (_, i) => i % 28 < 4 ? 255 : 0);
  const inputs: JsonInput[] = [SEVEN, { pixels }, { image }];
  const files = [
    new Blob([PNG], { type: "image/png" }),
    new Blob([PNG]),
    new File([PNG], "digit.png"),
  ];
  for (const input of [...inputs, ...files, PNG]) {
    const { model, probabilities } = await client.recognize(input);
    assert.equal(model, "recognizer-00c0ffee");
    assert.equal(probabilities.length, 10);
  }
  const raw = await client.recognize(Uint8Array.from(imageOf(7)));
  assert.equal(raw.digit, 7);
  assert.equal(raw.rejected, false);
  assert.equal(raw.reason, undefined);
  const blank = await client.recognize(new Uint8Array(784));
  assert.equal(blank.reason, "blank");
});

Deno.test("recognize() sends its options", async () => {
  const client = simpleClient();
  const bytes = Uint8Array.from(imageOf(7));
  const answer = await client.recognize(bytes, { top: 2, explain: true });
  assert.equal(answer.top?.length, 2);
  assert.equal(answer.top?.[0]?.digit, 7);
  assert.equal(typeof answer.normalized, "string");
  const path = await client.recognize(PNG, { explain: true });
  assert.ok(path.steps!.length > 0);
  const normalized = await client.recognize(new Uint8Array(784).fill(9), {
    normalize: true,
  });
  assert.equal(normalized.reason, "blank");
});

Deno.test("recognizeAll() reads lists of JSON, of files, and bytes", async () => {
  const client = simpleClient();
  const bytes = Uint8Array.from([...imageOf(3), ...imageOf(5)]);
  const { results, model } = await client.recognizeAll(bytes);
  assert.deepEqual(results.map(({ digit }) => digit), [3, 5]);
  assert.equal(model, "recognizer-00c0ffee");
  const one = await client.recognizeAll(bytes.slice(784));
  assert.deepEqual(one.results.map(({ digit }) => digit), [5]);
  assert.equal("model" in one.results[0]!, false);
  for (const count of [1, 3]) {
    const files = new Array<Blob>(count).fill(new Blob([PNG]));
    assert.equal((await client.recognizeAll(files)).results.length, count);
    const drawings = new Array<JsonInput>(count).fill(SEVEN);
    const answers = await client.recognizeAll(drawings, { top: 1 });
    assert.equal(answers.results.length, count);
    assert.equal(answers.results[0]?.top?.length, 1);
  }
});

Deno.test("recognizeAll() refuses a mixture of files and other inputs", async () => {
  const mixed = [new Blob([PNG]), SEVEN] as unknown as Blob[];
  await assert.rejects(simpleClient().recognizeAll(mixed), {
    name: "TypeError",
    message: /^1 of 2 inputs are files, expected all or none/,
  });
});

Deno.test("recognize() refuses anything that is not an input", async () => {
  await assert.rejects(simpleClient().recognize(undefined as never), {
    name: "TypeError",
    message: /^the input is undefined, expected an object/,
  });
});

Deno.test("readNumber() and readNumbers() read all digits", async () => {
  const client = createClient("http://inkling.test", {
    fetch: async (url, init) => await app.request(url, init),
  });
  const app = createApp(await loadModels());
  const ones = {
    strokes: [20, 120].map((x) => ({ x: [x, x], y: [10, 110] })),
  };
  const answer = await client.readNumber(ones);
  assert.equal(answer.number, "11");
  assert.deepEqual(answer.lines, ["11"]);
  assert.equal(answer.digits[1]?.box.x, 120);
  assert.match(answer.model, /^recognizer-[\da-f]{8}$/);
  const { results } = await client.readNumbers([ones, SEVEN]);
  assert.deepEqual(results.map(({ number }) => number), ["11", "7"]);
});

Deno.test("sample() decodes the pixels", async () => {
  const client = simpleClient();
  const { seed, model, samples } = await client.sample({
    digit: 3,
    count: 2,
    seed: 1,
  });
  assert.equal(seed, 1);
  assert.equal(model, "generator-00c0ffee");
  assert.deepEqual(samples.map(({ digit }) => digit), [3, 3]);
  assert.deepEqual(samples[1]!.pixels, new Uint8Array(784).fill(61));
  assert.equal((await client.sample()).samples.length, 1);
});

Deno.test("sampleSheet() returns a picture", async () => {
  const client = simpleClient();
  const png = await client.sampleSheet({ count: 2, columns: 1, scale: 2 });
  assert.equal(png.type, "image/png");
  const size = new DataView(await png.arrayBuffer());
  assert.deepEqual([size.getUint32(16), size.getUint32(20)], [56, 112]);
  const svg = await client.sampleSheet({ format: "svg" });
  assert.match(await svg.text(), /^<svg /);
});

Deno.test("models() returns both models", async () => {
  const { recognizer, generator } = await simpleClient().models();
  assert.equal(recognizer.name, "recognizer-00c0ffee");
  assert.equal(generator.bytes, 1234);
  assert.deepEqual(generator.training, { accuracy: 0.5 });
});

Deno.test("createClient() throws a refusal with the fields at fault", async () => {
  const client = simpleClient({ headers: { "X-Request-Id": "mine" } });
  const error = await client.recognize({ strokes: [] }).catch((error) => error);
  assert.ok(error instanceof RefusalError);
  assert.equal(error.status, 422);
  assert.equal(error.title, "Unprocessable Content");
  assert.equal(error.fields[0]?.pointer, "/strokes");
  assert.match(error.message, /strokes/);
  assert.equal(error.requestId, "mine");
  await assert.rejects(client.sample({ digit: 10 }), {
    status: 400,
    fields: [{
      pointer: "/query/digit",
      detail: 'is "10", expected a whole number from 0 to 9',
    }],
  });
});

Deno.test("createClient() throws a refusal for an error page of a proxy", async () => {
  const html = () => new Response("<h1>Oops</h1>", { status: 502 });
  const client = simpleClient({ fetch: answersOf(html).fetch });
  await assert.rejects(client.models(), { name: "RefusalError", status: 502 });
});

Deno.test("createClient() accepts a problem with further members", async () => {
  const problem = { type: "about:blank", title: "T", status: 422, detail: "D" };
  const answer = () =>
    Response.json({ ...problem, instance: "/1" }, { status: 422 });
  const client = simpleClient({ fetch: answersOf(answer).fetch });
  await assert.rejects(client.models(), { message: "D", title: "T" });
});

Deno.test("createClient() throws an AnswerError for an unexpected answer", async () => {
  for (const body of ["<html>", "{}", '{"digit": "7"}']) {
    const client = simpleClient({
      fetch: answersOf(() => new Response(body)).fetch,
    });
    await assert.rejects(client.recognize(SEVEN), AnswerError);
    await assert.rejects(client.sample(), AnswerError);
  }
});

Deno.test("createClient() ignores what a newer service adds", async () => {
  const newer = {
    digit: 7,
    confidence: 0.9,
    probabilities: new Array(10).fill(0.1),
    rejected: true,
    reason: "a_new_reason",
    model: "recognizer-00c0ffee",
    new_member: 1,
    top: [{ digit: 7, probability: 0.9, new_member: 1 }],
  };
  const client = simpleClient({
    fetch: answersOf(() => Response.json(newer)).fetch,
  });
  const answer = await client.recognize(SEVEN);
  assert.equal(answer.reason, "a_new_reason");
  assert.deepEqual(answer.top, [{ digit: 7, probability: 0.9 }]);
});

Deno.test("createClient() keeps the path of its URL", async () => {
  for (const url of ["http://a.test/ink", "http://a.test/ink/"]) {
    const { sent, fetch } = answersOf(() => new Response("{}"));
    await createClient(url, { fetch }).models().catch(() => {});
    assert.equal(sent[0]!.url, "http://a.test/ink/models");
  }
});

Deno.test("createClient() works over a port", async () => {
  const app = createApp(await loadModels());
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    app.fetch,
  );
  const client = createClient(`http://127.0.0.1:${server.addr.port}`);
  try {
    assert.equal((await client.recognize(SEVEN)).digit, 7);
    const { results } = await client.recognizeAll([
      new Blob([PNG]),
      new Blob([PNG]),
    ]);
    assert.equal(results.length, 2);
    const { samples } = await client.sample({ digit: 4, seed: 1 });
    assert.equal((await client.recognize(samples[0]!.pixels)).digit, 4);
    const [made] = (await client.sample({ seed: 1, latents: true })).samples;
    const { digit, pixels, latent } = made!;
    const again = await client.sample({ digit, latent: latent! });
    assert.deepEqual(again.samples[0]!.pixels, pixels);
    const number = await client.sampleSheet({ text: "2026", seed: 1 });
    assert.equal(number.type, "image/png");
  } finally {
    await server.shutdown();
  }
  await assert.rejects(client.recognize(SEVEN), UnreachableError);
});

/** Fails to compile if the two have not the same names. */
type SameNames<A, B> = [keyof A] extends [keyof B]
  ? [keyof B] extends [keyof A] ? true : never
  : never;

Deno.test("the client has every option of the service", () => {
  const same: [
    SameNames<
      ReadOptions,
      Omit<typeof RECOGNIZE_QUERY, "mode"> & { signal: unknown }
    >,
    SameNames<SheetOptions, typeof SAMPLE_QUERY & { signal: unknown }>,
    PixelsJson extends JsonInput ? true : never,
  ] = [true, true, true];
  assert.equal(same.length, 3);
});
