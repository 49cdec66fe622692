import assert from "node:assert/strict";
import { RequestError } from "../../../src/page/base/request.ts";
import type { Answer } from "../../../src/page/read/recognizer.ts";
import {
  areSame,
  compareText,
  createSecondOpinion,
} from "../../../src/page/read/second_opinion.ts";
import { settled } from "../base/clock.ts";
import { ANSWER } from "./answers.ts";

const READ = { strokes: [], answer: { ...ANSWER, milliseconds: 0.2 } };

/** A comparison whose server answers as given, and the texts that it showed. */
function opinion(answer: () => Promise<Answer>) {
  const shown: string[] = [];
  let time = 0;
  const second = createSecondOpinion({
    server: { place: "server", recognizeStrokes: answer },
    show: (text) => shown.push(text),
    isOnline: () => true,
    now: () => time += 20,
  });
  return { second, shown };
}

Deno.test("areSame() compares every probability", () => {
  assert.equal(areSame(ANSWER, { ...ANSWER, milliseconds: 3 }), true);
  const probabilities = ANSWER.probabilities.with(1, 0.020000001);
  assert.equal(areSame(ANSWER, { ...ANSWER, probabilities }), false);
});

Deno.test("areSame() compares numbers", () => {
  const number = { text: "12", confidence: 1, rejected: false, digits: [] };
  const one = { ...ANSWER, number };
  assert.equal(areSame(one, one), true);
  assert.equal(areSame(one, ANSWER), false);
  assert.equal(
    areSame(one, { ...one, number: { ...number, text: "13" } }),
    false,
  );
});

Deno.test("createSecondOpinion() shows that both agree", async () => {
  const { second, shown } = opinion(() => Promise.resolve(ANSWER));
  second.ask(READ);
  assert.deepEqual(shown, ["Asking the server…"]);
  await settled();
  assert.equal(
    shown[1],
    "The server reads 7 too, with the same probabilities, in 20\u00a0ms.",
  );
});

Deno.test("createSecondOpinion() shows that both differ", async () => {
  const other = { ...ANSWER, digit: 1, confidence: 0.5 };
  const { second, shown } = opinion(() => Promise.resolve(other));
  second.ask(READ);
  await settled();
  assert.equal(shown[1], "The server reads 1, 50.0% sure: not the same.");
});

Deno.test("createSecondOpinion() explains a failure, and drops cancelled questions", async () => {
  const { second, shown } = opinion(() =>
    Promise.reject(new RequestError("unreachable", ""))
  );
  second.ask(READ);
  await settled();
  assert.match(shown[1]!, /cannot be reached/);
  second.ask(READ);
  second.cancel();
  await settled();
  assert.equal(shown.length, 3);
});

Deno.test("compareText() says that neither can read it", () => {
  const unread = { ...ANSWER, rejected: true, reason: "not_a_digit" } as const;
  assert.equal(
    compareText(unread, unread, 20),
    "The server cannot read it either: the same probabilities, in 20\u00a0ms.",
  );
  assert.equal(
    compareText(ANSWER, unread, 20),
    "The server cannot read it: not the same.",
  );
});

Deno.test("compareText() names a number", () => {
  const number = { text: "12", confidence: 0.8, rejected: false, digits: [] };
  assert.match(
    compareText(ANSWER, { ...ANSWER, number }, 5),
    /reads 12, 80.0% sure/,
  );
});
