import assert from "node:assert/strict";
import { drawStrokes, MAX_POINTS } from "../../../src/image/strokes.ts";
import { createEngineRecognizer } from "../../../src/page/read/engine_recognizer.ts";

const STROKE = { x: [0, 400, 100], y: [0, 10, 900], t: [0, 50, 200] };

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
    number: null,
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

/** Reads wide pictures as several digits, all others as threes. */
const threesAlone = {
  recognize: (pixels: Uint8Array) =>
    Array.from({ length: pixels.length / 784 }, (_, image) => {
      const columns = new Set<number>();
      pixels.subarray(image * 784, (image + 1) * 784)
        .forEach((ink, i) => ink > 0 && columns.add(i % 28));
      const width = Math.max(...columns) - Math.min(...columns);
      if (width <= 12) return THREE;
      const reason = "several_digits" as const;
      return { ...THREE, confidence: 0.2, rejected: true, reason };
    }),
  selfTest: () => true,
};

Deno.test("createEngineRecognizer() reads several digits as a number, with boxes", async () => {
  const bar = (x: number) => ({ x: [x, x], y: [100, 400], t: [0, 9] });
  const recognizer = createEngineRecognizer(threesAlone, "threes");
  const { signal } = new AbortController();
  const strokes = [bar(100), bar(300), bar(500)];
  const { number } = await recognizer.recognizeStrokes(strokes, signal);
  assert.equal(number?.text, "333");
  assert.deepEqual(number.digits.map(({ box }) => box.x), [100, 300, 500]);
  assert.equal(number.digits[0]!.seen?.length, 784);
  const one = await recognizer.recognizeStrokes([bar(100)], signal);
  assert.equal(one.number, null);
});
