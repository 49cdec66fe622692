import assert from "node:assert/strict";
import { Drawing } from "../../../src/page/draw/drawing.ts";
import { createReading } from "../../../src/page/read/reading.ts";
import type { Answer, Place } from "../../../src/page/read/recognizer.ts";
import { RequestError } from "../../../src/page/base/request.ts";
import { ANSWER } from "./answers.ts";
import { Clock, settled } from "../base/clock.ts";

/** Milliseconds between two frames. */
const FRAME = 16;

/**
 * A server reading whose recognizer returns the outcomes one after another, and
 * everything shown and announced.
 */
function harness(...outcomes: (Answer | Error)[]) {
  return harnessAt("server", ...outcomes);
}

/** The same, with a recognizer in either place. */
function harnessAt(place: Place, ...outcomes: (Answer | Error)[]) {
  const clock = new Clock();
  const drawing = new Drawing();
  const shown: string[] = [];
  const said: string[] = [];
  let asked = 0;
  const reading = createReading({
    drawing,
    recognizer: {
      place,
      recognizeStrokes: () => {
        const outcome = outcomes[asked++] ?? ANSWER;
        return outcome instanceof Error
          ? Promise.reject(outcome)
          : Promise.resolve(outcome);
      },
    },
    view: {
      show: ({ digit }) => shown.push(String(digit)),
      showEmpty: (where) => shown.push(`empty, ${where}`),
      showFailure: (text) => shown.push(text),
      announce: (text) => said.push(text),
    },
    isOnline: () => true,
    after: clock.after,
    onFrame: (callback) => clock.after(FRAME, callback),
  });
  return { clock, drawing, reading, shown, said, asked: () => asked };
}

Deno.test("createReading() answers while the pen is down and announces when it is lifted", async () => {
  const { clock, drawing, reading, shown, said } = harness();
  drawing.begin({ x: 1, y: 1, t: 0 });
  reading.growing();
  await clock.pass(1000);
  assert.deepEqual([shown, said], [["7"], []]);
  drawing.end();
  reading.settled();
  await settled();
  assert.deepEqual([shown, said], [["7", "7"], ["Read as 7, 97.0% sure."]]);
});

Deno.test("createReading() shows no answer for a drawing that was cleared meanwhile", async () => {
  const { clock, drawing, reading, shown, asked } = harness();
  drawing.begin({ x: 1, y: 1, t: 0 });
  drawing.end();
  reading.settled();
  drawing.clear();
  reading.settled();
  await clock.pass(1000);
  assert.deepEqual([shown, asked()], [["empty, server"], 1]);
});

Deno.test("createReading() retries automatically when the server is busy", async () => {
  const { clock, drawing, reading, shown } = harness(
    new RequestError("busy", "", { retryAfter: 5 }),
  );
  drawing.begin({ x: 1, y: 1, t: 0 });
  drawing.end();
  reading.settled();
  await settled();
  assert.deepEqual(shown, ["The server is busy. Trying again in 5 seconds."]);
  await clock.pass(4999);
  assert.equal(shown.length, 1);
  await clock.pass(1);
  assert.equal(shown.at(-1), "7");
});

Deno.test("createReading() does not retry refusals, nor twice after a new stroke", async () => {
  const { clock, drawing, reading, shown, asked } = harness(
    new RequestError("refused", "No."),
    new RequestError("unreachable", ""),
  );
  drawing.begin({ x: 1, y: 1, t: 0 });
  drawing.end();
  reading.settled();
  await settled();
  assert.equal(clock.planned, 0);
  reading.settled();
  await settled();
  assert.equal(clock.planned, 1);
  reading.settled();
  await settled();
  assert.deepEqual([clock.planned, asked(), shown.at(-1)], [0, 3, "7"]);
});

Deno.test("createReading() answers once per frame in the browser, and less often from the server", async () => {
  for (const [place, expected] of [["browser", 3], ["server", 0]] as const) {
    const { clock, drawing, reading, asked } = harnessAt(place);
    drawing.begin({ x: 1, y: 1, t: 0 });
    for (let frame = 0; frame < 3; frame++) {
      reading.growing();
      reading.growing();
      await clock.pass(FRAME);
    }
    assert.equal(asked(), expected, place);
  }
});

Deno.test("createReading() says where an empty drawing would be read", () => {
  const { reading, shown } = harnessAt("browser");
  reading.settled();
  assert.deepEqual(shown, ["empty, browser"]);
});
