import assert from "node:assert/strict";
import {
  asArray,
  asBoolean,
  asNumber,
  asObject,
  asString,
  bytesFromBase64,
} from "../../src/page/json.ts";

Deno.test("the readers return values of their type", () => {
  assert.deepEqual(asObject({ a: 1 }, "x"), { a: 1 });
  assert.deepEqual(asArray([1], "x"), [1]);
  assert.equal(asString("", "x"), "");
  assert.equal(asNumber(9, "x", 0, 9), 9);
  assert.equal(asBoolean(false, "x"), false);
  assert.deepEqual(bytesFromBase64("AP8=", "x"), new Uint8Array([0, 255]));
});

const REFUSALS: readonly [() => unknown, ErrorConstructor, string][] = [
  [() => asObject([], "x"), TypeError, "x is [], expected an object"],
  [() => asObject(null, "x"), TypeError, "x is null, expected an object"],
  [() => asArray({}, "x"), TypeError, "x is {}, expected an array"],
  [
    () => asString(undefined, "x"),
    TypeError,
    "x is missing, expected a string",
  ],
  [() => asBoolean(0, "x"), TypeError, "x is 0, expected true or false"],
  [() => asNumber("3", "x", 0, 9), TypeError, 'x is "3", expected a number'],
  [
    () => asNumber(10, "x", 0, 9),
    RangeError,
    "x is 10, expected a number from 0 to 9",
  ],
  [
    () => asNumber(NaN, "x", 0, 9),
    RangeError,
    "x is NaN, expected a number from 0 to 9",
  ],
  [() => bytesFromBase64("!", "x"), SyntaxError, "x is not base64: !"],
];

for (const [read, type, message] of REFUSALS) {
  Deno.test(`the readers refuse: ${message}`, () => {
    assert.throws(
      read,
      (error) => error instanceof type && error.message === message,
    );
  });
}
