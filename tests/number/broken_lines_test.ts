import assert from "node:assert/strict";
import { isBroken, isDoubtful } from "../../src/number/broken_lines.ts";
import type { PlacedDigit } from "../../src/number/number_reading.ts";

/** A line of digits of some height, with a confidence each. */
function line(height: number, ...confidences: number[]): PlacedDigit[] {
  return confidences.map((confidence, i) => ({
    answer: {
      digit: 7,
      confidence,
      probabilities: [],
      rejected: false,
      reason: null,
    },
    pixels: new Uint8Array(784),
    box: { left: 30 * i, right: 30 * i + 20, top: 0, bottom: height },
  }));
}

Deno.test("isDoubtful() spares single lines and lines that read well", () => {
  assert.ok(!isDoubtful([]));
  assert.ok(!isDoubtful([line(30, 0.5)]));
  assert.ok(!isDoubtful([line(30, 0.99, 0.99), line(30, 0.99)]));
  assert.ok(isDoubtful([line(30, 0.99, 0.8), line(30, 0.99)]));
});

Deno.test("isBroken() wants halves to read better together", () => {
  const apart = [line(14, 0.99, 0.7), line(15, 0.6)];
  assert.ok(isBroken(apart, [line(30, 0.99, 0.99)]));
  assert.ok(!isBroken(apart, [line(30, 0.4, 0.99)]));
  assert.ok(!isBroken([line(14, 0.97), line(14, 0.99)], [line(30, 0.99)]));
});

Deno.test("isBroken() wants all digits to be about as high", () => {
  const apart = [line(30, 0.99, 0.7), line(30, 0.6)];
  const joined = [...line(62, 0.99), ...line(30, 0.99)];
  assert.ok(!isBroken(apart, [joined]));
});

Deno.test("isBroken() takes ink without digits for nothing", () => {
  assert.ok(!isBroken([line(14, 0.3), line(14, 0.3)], []));
});
