import assert from "node:assert/strict";
import { integer, positive } from "../../../train/cli/values.ts";

Deno.test("integer() reads decimal digits within its range", () => {
  const cases: [string, number][] = [["0", 0], ["7", 7], ["007", 7], [
    "4294967295",
    4294967295,
  ]];
  for (const [text, value] of cases) {
    assert.equal(integer(0, 4294967295)(text), value);
  }
});

Deno.test("integer() refuses anything else", () => {
  for (
    const text of [
      "",
      " ",
      "-1",
      "+1",
      "1.0",
      "1e3",
      "0x10",
      "11",
      "ten",
      "1 2",
      "Infinity",
    ]
  ) {
    assert.throws(
      () => integer(1, 10)(text),
      { message: "expected an integer from 1 to 10" },
      text,
    );
  }
});

Deno.test("positive() reads fractions and exponents", () => {
  const cases: [string, number][] = [
    ["1", 1],
    ["0.002", 0.002],
    [".5", 0.5],
    ["1.", 1],
    ["2e-4", 2e-4],
    ["3E-2", 3e-2],
  ];
  for (const [text, value] of cases) {
    assert.equal(positive(1)(text), value);
  }
});

Deno.test("positive() refuses anything else", () => {
  for (
    const text of [
      "",
      "0",
      "0.0",
      "-0.1",
      "1.01",
      "1e-999",
      "NaN",
      "Infinity",
      "0,1",
      "1e",
      ".",
    ]
  ) {
    assert.throws(
      () => positive(1)(text),
      { message: "expected a number above 0, at most 1" },
      text,
    );
  }
});
