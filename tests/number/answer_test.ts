import assert from "node:assert/strict";
import { answerOf } from "../../src/number/answer.ts";
import type { PlacedDigit } from "../../src/number/number_reading.ts";
import type { RejectionReason } from "../../src/recognizer.ts";

function placed(
  digit: number,
  confidence: number,
  reason: RejectionReason | null = null,
): PlacedDigit {
  return {
    answer: {
      digit,
      confidence,
      probabilities: [],
      rejected: reason !== null,
      reason,
    },
    box: { left: 1, top: 2, right: 4, bottom: 8 },
    pixels: new Uint8Array(784),
  };
}

Deno.test("answerOf() joins the lines", () => {
  const answer = answerOf([[placed(2, 1), placed(0, 1)], [placed(7, 1)]]);
  assert.equal(answer.number, "207");
  assert.deepEqual(answer.lines, ["20", "7"]);
  assert.deepEqual([answer.rejected, answer.reason], [false, null]);
});

Deno.test("answerOf() multiplies confidences", () => {
  assert.equal(answerOf([[placed(1, 0.9), placed(1, 0.5)]]).confidence, 0.45);
});

Deno.test("answerOf() gives boxes by place and size", () => {
  const [digit] = answerOf([[placed(1, 1)]]).digits;
  assert.deepEqual(digit!.box, { x: 1, y: 2, width: 3, height: 6 });
});

Deno.test("answerOf() adds details to each digit", () => {
  const reading = [[placed(1, 1), placed(2, 1)]];
  const { digits } = answerOf(reading, ({ digit }) => ({ twice: 2 * digit }));
  assert.deepEqual(
    digits.map((digit) => (digit as unknown as { twice: number }).twice),
    [2, 4],
  );
});

Deno.test("answerOf() rejects for the first digit that is rejected", () => {
  const answer = answerOf([[placed(1, 1), placed(5, 0.4, "uncertain")]]);
  assert.equal(answer.number, "15");
  assert.deepEqual([answer.rejected, answer.reason], [true, "uncertain"]);
});

Deno.test("answerOf() calls a page without digits blank", () => {
  const answer = answerOf([]);
  assert.equal(answer.number, "");
  assert.deepEqual([answer.confidence, answer.lines, answer.digits], [
    0,
    [],
    [],
  ]);
  assert.deepEqual([answer.rejected, answer.reason], [true, "blank"]);
});
