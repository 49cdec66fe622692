import assert from "node:assert/strict";
import {
  answerFromJson,
  numberFromJson,
} from "../../../src/page/read/wire_answer.ts";
import { NUMBER_JSON, SEVEN_JSON } from "./answers.ts";

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

Deno.test("numberFromJson() reads a number and keeps its lines apart", () => {
  const number = numberFromJson(NUMBER_JSON)!;
  assert.equal(number.text, "19 84");
  assert.equal(number.rejected, true);
  assert.deepEqual(number.digits[1]!.box, {
    x: 100,
    y: 0,
    width: 50,
    height: 90,
  });
});

Deno.test("numberFromJson() finds no number in one digit, or in unreliable ones", () => {
  const { digits } = NUMBER_JSON;
  const one = { ...NUMBER_JSON, digits: digits.slice(0, 1) };
  assert.equal(numberFromJson(one), null);
  const doubted = digits.map((digit) => ({ ...digit, rejected: true }));
  assert.equal(numberFromJson({ ...NUMBER_JSON, digits: doubted }), null);
});

Deno.test("numberFromJson() refuses what is no number", () => {
  assert.throws(() => numberFromJson({ ...NUMBER_JSON, lines: 3 }), TypeError);
});
