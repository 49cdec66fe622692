import assert from "node:assert/strict";
import { drawStrokes, MAX_POINTS } from "../../src/image/strokes.ts";
import {
  createEngineRecognizer,
  loadEngineRecognizer,
} from "../../src/page/engine_recognizer.ts";
import type { Fetch } from "../../src/page/request.ts";
import {
  readQuantizedModel,
  writeQuantizedModel,
} from "../../src/network/quantized.ts";
import { recognizerFile } from "../task_models.ts";

const STROKE = { x: [0, 400, 100], y: [0, 10, 900], t: [0, 50, 200] };

const ENGINE = await Deno.readFile(
  new URL("../../static/engine/relaxed.wasm", import.meta.url),
);

/** A server of the recognizer's files, and the list of requests it received. */
function server(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {},
  wasmType = "application/wasm",
) {
  const all: typeof files = {
    "/engine/relaxed.wasm": ENGINE,
    "/models/recognizer.safetensors": recognizerFile(),
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
  Deno.test(`loadEngineRecognizer() reads with an engine served as ${type}`, async () => {
    const { fetch, asked } = server({}, type);
    const recognizer = await loadEngineRecognizer(fetch);
    assert.deepEqual(asked, [
      "/engine/relaxed.wasm",
      "/models/recognizer.safetensors",
    ]);
    assert.equal(recognizer.place, "browser");
    const answer = await recognizer.recognizeStrokes(
      [STROKE],
      new AbortController().signal,
    );
    assert.match(answer.model, /^recognizer-[0-9a-f]{8}$/);
    assert.deepEqual(answer.seen, drawStrokes([STROKE]));
    assert.equal(asked.length, 2, "reading sends no request");
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
      "the engine fails the model's self-test",
    ),
  },
];

for (const { name, files, error } of FAILURES) {
  Deno.test(`loadEngineRecognizer() refuses ${name}`, async () => {
    await assert.rejects(loadEngineRecognizer(server(files).fetch), error);
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

const THREE = {
  digit: 3,
  confidence: 1,
  probabilities: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
  rejected: false,
  reason: null,
};

/** A reader that always answers a certain three, and the images it received. */
function readerOfThrees() {
  const images: Uint8Array[] = [];
  const reader = {
    recognize(pixels: Uint8Array) {
      images.push(pixels);
      return [THREE];
    },
    selfTest: () => true,
  };
  return { reader, images };
}

Deno.test("createEngineRecognizer() reports the picture it saw and the time it took", async () => {
  const { reader } = readerOfThrees();
  let time = 7;
  const recognizer = createEngineRecognizer(reader, "threes", () => time++);
  const { signal } = new AbortController();
  assert.deepEqual(await recognizer.recognizeStrokes([STROKE], signal), {
    ...THREE,
    model: "threes",
    seen: drawStrokes([STROKE]),
    milliseconds: 1,
  });
});

Deno.test("createEngineRecognizer() thins drawings with too many points", async () => {
  const { reader, images } = readerOfThrees();
  const many = Array.from({ length: MAX_POINTS + 1 }, (_, i) => i % 1000);
  await createEngineRecognizer(reader, "threes").recognizeStrokes(
    [{ x: many, y: many, t: many }],
    new AbortController().signal,
  );
  assert.equal(images.length, 1);
});

Deno.test("createEngineRecognizer() rejects when aborted and without strokes", async () => {
  const { reader, images } = readerOfThrees();
  const recognizer = createEngineRecognizer(reader, "threes");
  await assert.rejects(
    recognizer.recognizeStrokes([STROKE], AbortSignal.abort()),
    { name: "AbortError" },
  );
  await assert.rejects(
    recognizer.recognizeStrokes([], new AbortController().signal),
    RangeError,
  );
  assert.equal(images.length, 0);
});
