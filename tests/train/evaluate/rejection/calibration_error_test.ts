import assert from "node:assert/strict";
import {
  expectedCalibrationError,
  type Scored,
} from "../../../../train/evaluate/rejection/calibration_error.ts";

function answers(confidence: number, right: number, of: number): Scored[] {
  return Array.from({ length: of }, (_, i) => ({
    confidence,
    isRight: i < right,
  }));
}

Deno.test("expectedCalibrationError() is the gap in each bin, weighted", () => {
  assert.equal(expectedCalibrationError([]), 0);
  assert.ok(expectedCalibrationError(answers(0.8, 8, 10)) < 1e-12);
  assert.ok(
    Math.abs(expectedCalibrationError(answers(1, 9, 10)) - 0.1) < 1e-12,
  );
  // Too sure in one bin, not sure enough in another: they do not make up for it.
  const both = [...answers(0.9, 0, 10), ...answers(0.1, 10, 10)];
  assert.ok(Math.abs(expectedCalibrationError(both) - 0.9) < 1e-12);
});
