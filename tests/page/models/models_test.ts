import assert from "node:assert/strict";
import * as generatorScript from "../../../src/generator.ts";
import {
  readQuantizedModel,
  writeQuantizedModel,
} from "../../../src/network/quantized.ts";
import type { Fetch } from "../../../src/page/base/request.ts";
import { createPageModels } from "../../../src/page/models/models.ts";
import { generatorFile, recognizerFile } from "../../task_models.ts";

const ENGINE = await Deno.readFile(
  new URL("../../../static/engine/relaxed.wasm", import.meta.url),
);

/** A server of the recognizer's files, and the list of requests it received. */
function server(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {},
  wasmType = "application/wasm",
) {
  const all: typeof files = {
    "/engine/relaxed.wasm": ENGINE,
    "/models/recognizer.safetensors": recognizerFile(),
    "/models/generator.safetensors": generatorFile(),
    ...files,
  };
  const asked: string[] = [];
  const fetch: Fetch = (url) => {
    asked.push(url);
    const type = url.endsWith(".wasm") ? wasmType : "application/octet-stream";
    const file = all[url] ?? new Uint8Array();
    return Promise.resolve(
      new Response(file, {
        status: file.length > 0 ? 200 : 404,
        headers: { "content-type": type },
      }),
    );
  };
  return { fetch, asked };
}

for (const type of ["application/wasm", "application/octet-stream"]) {
  Deno.test(`createPageModels().recognizer() reads with an engine served as ${type}`, async () => {
    const { fetch, asked } = server({}, type);
    const models = modelsOf(fetch);
    const reader = await models.recognizer();
    assert.match(reader.name, /^recognizer-[0-9a-f]{8}$/);
    assert.equal(reader.recognize(new Uint8Array(784)).length, 1);
    assert.equal(await models.recognizer(), reader);
    assert.deepEqual(asked, [
      "/engine/relaxed.wasm",
      "/models/recognizer.safetensors",
    ]);
  });
}

const FAILURES = [
  {
    name: "a missing engine",
    files: { "/engine/relaxed.wasm": new Uint8Array() },
    error: new TypeError("/engine/relaxed.wasm answered 404, expected 200"),
  },
  {
    name: "an engine that is not WebAssembly",
    files: { "/engine/relaxed.wasm": new Uint8Array([1, 2, 3, 4]) },
    error: WebAssembly.CompileError,
  },
  {
    name: "a file that is not a model",
    files: { "/models/recognizer.safetensors": new Uint8Array(16) },
    error: SyntaxError,
  },
  {
    name: "a model that fails its test",
    files: { "/models/recognizer.safetensors": failingModel() },
    error: new RangeError(
      "the engine fails the recognizer's self-test",
    ),
  },
];

for (const { name, files, error } of FAILURES) {
  Deno.test(`createPageModels().recognizer() refuses ${name}`, async () => {
    await assert.rejects(modelsOf(server(files).fetch).recognizer(), error);
  });
}

/** A model that fails its self-test. */
function failingModel(): Uint8Array<ArrayBuffer> {
  const model = readQuantizedModel(recognizerFile());
  const { input, output } = model.selfTest!;
  return writeQuantizedModel({
    ...model,
    selfTest: { input, output: output.map((value) => value + 1) },
  });
}

function modelsOf(fetch: Fetch) {
  return createPageModels(fetch, () => Promise.resolve(generatorScript));
}

Deno.test("createPageModels().generator() generates with the engine that the recognizer has", async () => {
  const { fetch, asked } = server();
  const models = modelsOf(fetch);
  const [generator] = await Promise.all([
    models.generator(),
    models.recognizer(),
  ]);
  assert.match(generator.info.name, /^generator-[0-9a-f]{8}$/);
  const pixels = generator.generate({ digits: [3], seed: 1 });
  assert.equal(pixels.length, 784);
  assert.equal(asked.filter((url) => url.endsWith(".wasm")).length, 1);
});

Deno.test("createPageModels() tries again after a failure", async () => {
  const files = { "/engine/relaxed.wasm": new Uint8Array() };
  const broken = server(files).fetch;
  const whole = server().fetch;
  let isUp = false;
  const models = modelsOf((url, init) => (isUp ? whole : broken)(url, init));
  await assert.rejects(models.recognizer(), TypeError);
  isUp = true;
  assert.equal((await models.recognizer()).selfTest(), true);
});
