import assert from "node:assert/strict";
import {
  announcement,
  bars,
  caption,
  leastSure,
  percent,
  placeText,
  promiseText,
  readText,
  seenOf,
  stateOf,
} from "../../../src/page/read/answer.ts";
import type { Answer } from "../../../src/page/read/recognizer.ts";
import { numberFromJson } from "../../../src/page/read/wire_answer.ts";
import { ANSWER, NUMBER_JSON } from "./answers.ts";

Deno.test("percent() never says 0% or 100%", () => {
  const cases: readonly [number, 0 | 1, string][] = [
    [0, 0, "<1%"],
    [0.0099, 0, "<1%"],
    [0.01, 0, "1%"],
    [0.5, 0, "50%"],
    [0.99, 0, "99%"],
    [0.995, 0, ">99%"],
    [1, 1, ">99.9%"],
    [0.999, 1, "99.9%"],
    [0.0001, 1, "<0.1%"],
  ];
  for (const [value, decimals, text] of cases) {
    assert.equal(percent(value, decimals), text);
  }
});

Deno.test("caption() and announcement() describe an answer", () => {
  assert.equal(caption(ANSWER), "97.0% sure");
  assert.equal(announcement(ANSWER), "Read as 7, 97.0% sure.");
  const rejected = (reason: Answer["reason"]): Answer => ({
    ...ANSWER,
    rejected: true,
    reason,
  });
  const cases: readonly [Answer["reason"], string, string][] = [
    ["uncertain", "7", "Not sure: perhaps a 7, perhaps a 1."],
    [
      "several_digits",
      "?",
      "These may be several digits. A little more space between them helps.",
    ],
    [
      "not_a_digit",
      "?",
      "That is no digit I know. If it is one, perhaps a 7.",
    ],
    ["blank", "?", "A little more ink, please."],
  ];
  for (const [reason, text, words] of cases) {
    assert.equal(readText(rejected(reason)), text);
    assert.equal(caption(rejected(reason)), words);
    assert.equal(announcement(rejected(reason)), words);
  }
});

const NUMBER: Answer = { ...ANSWER, number: numberFromJson(NUMBER_JSON) };

Deno.test("caption() and announcement() describe a number", () => {
  assert.equal(stateOf(NUMBER), "unsure");
  assert.equal(readText(NUMBER), "19 84");
  assert.match(caption(NUMBER), /Not sure of every digit/);
  const sure = {
    ...NUMBER,
    number: { ...NUMBER.number!, rejected: false, confidence: 0.97 },
  };
  assert.equal(stateOf(sure), "sure");
  assert.equal(
    announcement(sure),
    "Read as the number 19 84, 97.0% sure of all of it.",
  );
});

Deno.test("bars() returns a bar per digit of a number, unsure ones unmarked", () => {
  assert.deepEqual(
    bars(NUMBER).map(({ digit, text, best }) => [digit, text, best]),
    [[1, "90%", true], [9, "80%", true], [8, "70%", true], [4, "60%", false]],
  );
});

Deno.test("leastSure() finds the digit of a number that is least sure", () => {
  assert.equal(leastSure(NUMBER)?.digit, 4);
  assert.equal(leastSure(ANSWER), null);
});

Deno.test("seenOf() returns what was read, of a number the digit that is least sure", () => {
  const [seen, seenOfFour] = [new Uint8Array(784), new Uint8Array(784).fill(4)];
  assert.equal(seenOf({ ...ANSWER, seen }), seen);
  assert.equal(seenOf({ ...NUMBER, seen }), null);
  const digits = NUMBER.number!.digits.map((digit) =>
    digit.digit === 4 ? { ...digit, seen: seenOfFour } : digit
  );
  const number = { ...NUMBER.number!, digits };
  assert.equal(seenOf({ ...NUMBER, seen, number }), seenOfFour);
});

Deno.test("bars() returns ten bars, with the best one marked", () => {
  const values = bars(ANSWER);
  assert.deepEqual(values.map(({ digit }) => digit), [
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
  ]);
  assert.deepEqual(values[7], {
    digit: 7,
    height: 0.97,
    text: "97%",
    best: true,
  });
  assert.deepEqual(values[0], {
    digit: 0,
    height: 0,
    text: "<1%",
    best: false,
  });
});

Deno.test("bars() returns ten empty bars without an answer", () => {
  assert.deepEqual(
    bars(null).map(({ height, text, best }) => [height, text, best]),
    Array(10).fill([0, "", false]),
  );
});

Deno.test("placeText() says where a drawing was read, and never shows 0 ms", () => {
  const cases: readonly [number | null, string][] = [
    [null, "Read by the server"],
    [0, "Read in your browser, less than 1\u00a0ms"],
    [0.04, "Read in your browser, 0.1\u00a0ms"],
    [0.34, "Read in your browser, 0.3\u00a0ms"],
    [9.94, "Read in your browser, 9.9\u00a0ms"],
    [12.5, "Read in your browser, 13\u00a0ms"],
  ];
  for (const [milliseconds, text] of cases) {
    assert.equal(placeText({ ...ANSWER, milliseconds }), text);
  }
});

Deno.test("caption() has the article that a digit needs", () => {
  const eight: Answer = { ...ANSWER, digit: 8, rejected: true };
  assert.equal(
    caption({ ...eight, reason: "not_a_digit" }),
    "That is no digit I know. If it is one, perhaps an 8.",
  );
  assert.match(caption({ ...eight, reason: "uncertain" }), /perhaps an 8, /);
});

Deno.test("promiseText() promises nothing when the server reads", () => {
  assert.equal(promiseText("browser"), "Drawings stay in your browser");
  assert.equal(promiseText("server"), "");
});
