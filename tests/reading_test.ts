import assert from "node:assert/strict";
import { blankAnswer, readLogits } from "../src/reading.ts";

const OPTIONS = { temperature: 1, rejectBelow: 0.5 };

/** Twelve logits: 0 but for some. */
function row(high: Record<number, number>): number[] {
  return Array.from({ length: 12 }, (_, i) => high[i] ?? 0);
}

Deno.test("readLogits() is the softmax of ten logits", () => {
  const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  const { digit, probabilities, confidence, reason } = readLogits(
    ten,
    0,
    10,
    OPTIONS,
  );
  const sum = ten.reduce((total, logit) => total + Math.exp(logit), 0);
  probabilities.forEach((probability, i) => {
    assert.ok(Math.abs(probability - Math.exp(i) / sum) < 1e-9);
  });
  assert.equal(digit, 9);
  assert.equal(confidence, probabilities[9]);
  assert.equal(reason, null);
});

Deno.test("readLogits() rejects with the reason of the highest score", () => {
  const cases: [number[], string | null][] = [
    [row({ 4: 20 }), null],
    [row({ 4: 20, 10: 5 }), null],
    [row({ 4: 5, 10: 20 }), "not_a_digit"],
    [row({ 4: 5, 11: 20 }), "several_digits"],
    [row({ 4: 8, 9: 8.1 }), null],
    [row({ 4: 8, 9: 8, 7: 8 }), "uncertain"],
    [row({ 4: 8, 10: 8.6 }), "not_a_digit"],
    [row({ 4: -900, 10: 900 }), "not_a_digit"],
  ];
  for (const [logits, reason] of cases) {
    const answer = readLogits(logits, 0, 12, OPTIONS);
    assert.equal(answer.reason, reason, `${logits}`);
    assert.equal(answer.rejected, reason !== null);
    const sum = answer.probabilities.reduce((a, b) => a + b);
    assert.ok(Math.abs(sum - 1) < 1e-8, `${logits}: ${sum}`);
  }
});

Deno.test("readLogits() still guesses when it sees no digit, with low confidence", () => {
  const sure = readLogits(row({ 4: 20 }), 0, 12, OPTIONS);
  const doubtful = readLogits(row({ 4: 20, 10: 20 }), 0, 12, OPTIONS);
  const none = readLogits(row({ 4: 20, 10: 60 }), 0, 12, OPTIONS);
  assert.deepEqual([sure.digit, doubtful.digit, none.digit], [4, 4, 4]);
  assert.ok(sure.confidence > 0.999);
  assert.ok(Math.abs(doubtful.confidence - 0.55) < 1e-6);
  assert.ok(Math.abs(none.confidence - 0.1) < 1e-6);
});

Deno.test("readLogits() reads the given row", () => {
  const two = [...row({ 3: 9 }), ...row({ 7: 9 })];
  assert.equal(readLogits(two, 1, 12, OPTIONS).digit, 7);
});

Deno.test("readLogits() divides by the temperature", () => {
  const logits = row({ 2: 8, 5: 6 });
  const sharp = readLogits(logits, 0, 12, OPTIONS);
  const soft = readLogits(logits, 0, 12, { temperature: 4, rejectBelow: 0 });
  assert.ok(sharp.confidence > 0.8 && soft.confidence < 0.5);
});

Deno.test("blankAnswer() has flat probabilities", () => {
  const { digit, probabilities, reason, rejected } = blankAnswer(3);
  assert.deepEqual(probabilities, new Array(10).fill(0.1));
  assert.deepEqual([digit, reason, rejected], [3, "blank", true]);
});
