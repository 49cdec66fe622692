import assert from "node:assert/strict";
import { createLazyRecognizer } from "../../../src/page/read/lazy_recognizer.ts";
import type {
  Place,
  StrokeRecognizer,
} from "../../../src/page/read/recognizer.ts";
import { ANSWER } from "./answers.ts";
import { settled } from "../base/clock.ts";

const STROKES = [{ x: [1], y: [2], t: [0] }];

/** A recognizer that returns its place as its model. */
function reading(place: Place): StrokeRecognizer {
  return {
    place,
    recognizeStrokes: () => Promise.resolve({ ...ANSWER, model: place }),
  };
}

/**
 * A lazy recognizer whose loads a test finishes by hand, and all its callbacks.
 */
function harness() {
  const loads: PromiseWithResolvers<StrokeRecognizer>[] = [];
  const heard: string[] = [];
  const patience = Promise.withResolvers<void>();
  const recognizer = createLazyRecognizer({
    meanwhile: reading("server"),
    patience: () => patience.promise,
    load: () => {
      const load = Promise.withResolvers<StrokeRecognizer>();
      loads.push(load);
      return load.promise;
    },
    onLoad: () => heard.push(recognizer.place),
    onFailure: (error) => heard.push(String(error)),
  });
  const read = async () => {
    const { signal } = new AbortController();
    return (await recognizer.recognizeStrokes(STROKES, signal)).model;
  };
  return { recognizer, loads, heard, read, patience };
}

Deno.test("createLazyRecognizer() waits for the second recognizer while it loads", async () => {
  const { recognizer, loads, heard, read } = harness();
  assert.equal(await read(), "server");
  const loaded = recognizer.load();
  const waiting = read();
  loads[0]!.resolve(reading("browser"));
  await loaded;
  assert.deepEqual([await waiting, heard], ["browser", ["browser"]]);
});

Deno.test("createLazyRecognizer() waits no longer than the patience", async () => {
  const { recognizer, loads, read, patience } = harness();
  const loaded = recognizer.load();
  const waiting = read();
  patience.resolve();
  assert.equal(await waiting, "server");
  loads[0]!.resolve(reading("browser"));
  await loaded;
  assert.equal(await read(), "browser");
});

Deno.test("createLazyRecognizer() asks the first recognizer once loading has failed", async () => {
  const { recognizer, loads, read } = harness();
  const failed = recognizer.load();
  const waiting = read();
  loads[0]!.reject(new TypeError("no"));
  await failed;
  assert.equal(await waiting, "server");
});

Deno.test("createLazyRecognizer() reads nothing that was aborted while it waited", async () => {
  const { recognizer, loads } = harness();
  recognizer.load();
  const controller = new AbortController();
  const waiting = recognizer.recognizeStrokes(STROKES, controller.signal);
  controller.abort();
  loads[0]!.resolve(reading("browser"));
  await assert.rejects(waiting, { name: "AbortError" });
});

Deno.test("createLazyRecognizer() keeps the first recognizer if loading fails, and can retry", async () => {
  const { recognizer, loads, heard, read } = harness();
  const failed = recognizer.load();
  loads[0]!.reject(new TypeError("no"));
  await failed;
  assert.deepEqual([await read(), heard], ["server", ["TypeError: no"]]);
  const loaded = recognizer.load();
  loads[1]!.resolve(reading("browser"));
  await loaded;
  assert.equal(recognizer.place, "browser");
});

Deno.test("createLazyRecognizer() loads only once", async () => {
  const { recognizer, loads } = harness();
  recognizer.load();
  recognizer.load();
  loads[0]!.resolve(reading("browser"));
  await settled();
  await recognizer.load();
  assert.equal(loads.length, 1);
});
