import assert from "node:assert/strict";
import { strokesOfPart } from "../../../src/page/think/part.ts";
import type { NumberRead } from "../../../src/page/read/recognizer.ts";
import { ANSWER } from "../read/answers.ts";

/** A stroke from one place to another. */
function stroke(x: number[], y: number[]) {
  return { x, y, t: x.map((_, i) => i) };
}

/** A number with one digit, which is least sure, in a box. */
function numberAt(x: number, width: number): NumberRead {
  const box = { x, y: 0, width, height: 100 };
  const digit = { digit: 4, confidence: 0.6, rejected: false, box };
  return { text: "14", confidence: 0.6, rejected: false, digits: [digit] };
}

const ONE = stroke([10, 12], [0, 100]);
const FOUR = [stroke([50, 40, 90], [0, 60, 62]), stroke([80, 78], [30, 100])];

Deno.test("strokesOfPart() returns all strokes of a single digit", () => {
  assert.deepEqual(strokesOfPart({ strokes: FOUR, answer: ANSWER }), FOUR);
});

Deno.test("strokesOfPart() returns the strokes of the digit that is least sure", () => {
  const answer = { ...ANSWER, number: numberAt(40, 50) };
  assert.deepEqual(strokesOfPart({ strokes: [ONE, ...FOUR], answer }), FOUR);
});

Deno.test("strokesOfPart() returns all strokes if none lies in the box", () => {
  const answer = { ...ANSWER, number: numberAt(200, 50) };
  assert.deepEqual(strokesOfPart({ strokes: [ONE, ...FOUR], answer }), [
    ONE,
    ...FOUR,
  ]);
});
