import assert from "node:assert/strict";
import { formatDuration } from "../../../train/report/durations.ts";

Deno.test("formatDuration() uses the two largest units", () => {
  const cases: [number, string][] = [
    [0, "0 s"],
    [59.4, "59 s"],
    [59.6, "1 min 00 s"],
    [3599.4, "59 min 59 s"],
    [3599.6, "1 h 00 min"],
    [26 * 3600 + 59 * 60 + 29, "26 h 59 min"],
    [4246, "1 h 11 min"],
    [7199, "2 h 00 min"],
    [Infinity, "unknown"],
  ];
  for (const [seconds, text] of cases) {
    assert.equal(formatDuration(seconds), text);
  }
});

Deno.test("formatDuration() refuses a negative time", () => {
  assert.throws(
    () => formatDuration(-1),
    new RangeError("-1 seconds, expected 0 or more"),
  );
  assert.throws(
    () => formatDuration(NaN),
    new RangeError("NaN seconds, expected 0 or more"),
  );
});
