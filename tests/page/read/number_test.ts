import assert from "node:assert/strict";
import { mayBeNumber, numberOf } from "../../../src/page/read/number.ts";

/** A number of sure digits with boxes of x, y, width and height. */
function answerOf(...boxes: readonly [number, number, number, number][]) {
  const digits = boxes.map(([x, y, width, height]) => ({
    ...{ digit: 1, confidence: 0.99, rejected: false, reason: null },
    box: { x, y, width, height },
  }));
  const number = "1".repeat(boxes.length);
  const all = { number, lines: [number], confidence: 0.9, digits };
  return { ...all, rejected: false, reason: null };
}

Deno.test("numberOf() takes digits beside, below and touching each other", () => {
  const cases = [
    answerOf([0, 0, 50, 90], [60, 0, 50, 90]),
    answerOf([0, 0, 50, 90], [0, 100, 50, 90]),
    answerOf([0, 0, 50, 90], [40, 5, 50, 90]),
    answerOf([0, 0, 0, 90], [30, 0, 0, 90]),
  ];
  for (const answer of cases) assert.equal(numberOf(answer)?.text, "11");
});

Deno.test("numberOf() takes crossed lines for no number", () => {
  const cases = [
    answerOf([0, 0, 100, 100], [0, 0, 100, 100]),
    answerOf([50, 0, 0, 100], [0, 0, 100, 100]),
    answerOf([0, 0, 50, 90], [60, 0, 50, 90], [70, 10, 40, 70]),
  ];
  for (const answer of cases) assert.equal(numberOf(answer), null);
});

Deno.test("mayBeNumber() is false for a digit, a blank, and a single stroke", () => {
  const several = { rejected: true, reason: "several_digits" as const };
  assert.equal(mayBeNumber(several, 2), true);
  assert.equal(mayBeNumber(several, 1), false);
  assert.equal(mayBeNumber({ rejected: false, reason: null }, 2), false);
  assert.equal(mayBeNumber({ rejected: true, reason: "blank" }, 2), false);
});
