import assert from "node:assert/strict";
import {
  announcement,
  answerFromJson,
  bars,
  caption,
  percent,
  placeText,
  promiseText,
} from "../../../src/page/read/answer.ts";
import type { Answer } from "../../../src/page/read/recognizer.ts";
import { ANSWER, SEVEN_JSON } from "./answers.ts";

Deno.test("answerFromJson() reads an answer with and without its picture", () => {
  const answer = answerFromJson(SEVEN_JSON);
  assert.equal(answer.digit, 7);
  assert.equal(answer.probabilities.length, 10);
  assert.equal(answer.normalized, null);
  assert.equal(
    answerFromJson({ ...SEVEN_JSON, normalized: "iVBO" }).normalized,
    "iVBO",
  );
});

Deno.test("answerFromJson() maps an unknown reason to uncertain", () => {
  assert.equal(
    answerFromJson({ ...SEVEN_JSON, reason: "several_digits" }).reason,
    "several_digits",
  );
  assert.equal(
    answerFromJson({ ...SEVEN_JSON, reason: "upside_down" }).reason,
    "uncertain",
  );
});

const BAD: readonly [unknown, ErrorConstructor, RegExp][] = [
  [null, TypeError, /the JSON is null, expected an object/],
  [{ ...SEVEN_JSON, digit: 10 }, RangeError, /digit is 10/],
  [{ ...SEVEN_JSON, confidence: "1" }, TypeError, /confidence is "1"/],
  [
    { ...SEVEN_JSON, probabilities: [1] },
    RangeError,
    /probabilities is a list of 1, expected a list of 10/,
  ],
  [
    { ...SEVEN_JSON, probabilities: new Array(10).fill(2) },
    RangeError,
    /probabilities\/0 is 2/,
  ],
  [{ ...SEVEN_JSON, rejected: undefined }, TypeError, /rejected is missing/],
  [{ ...SEVEN_JSON, model: 3 }, TypeError, /model is 3/],
  [{ ...SEVEN_JSON, normalized: 3 }, TypeError, /normalized is 3/],
];

for (const [json, type, message] of BAD) {
  Deno.test(`answerFromJson() refuses ${message.source}`, () => {
    assert.throws(
      () => answerFromJson(json),
      (error) => error instanceof type && message.test(error.message),
    );
  });
}

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
  assert.equal(
    caption(rejected("uncertain")),
    "Not sure. Perhaps 7, perhaps 1.",
  );
  assert.equal(
    caption(rejected("several_digits")),
    "This looks like several digits. One at a time, please.",
  );
  assert.equal(
    caption(rejected("not_a_digit")),
    "This does not look like a digit. The closest is 7.",
  );
  assert.equal(announcement(rejected("blank")), "Too little ink to read");
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

Deno.test("promiseText() promises nothing when the server reads", () => {
  assert.equal(promiseText("browser"), "Drawings stay in your browser");
  assert.equal(promiseText("server"), "");
});
