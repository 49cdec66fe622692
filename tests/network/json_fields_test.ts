import assert from "node:assert/strict";
import { asFields, asNumber, isFields } from "../../src/network/json_fields.ts";

Deno.test("isFields() distinguishes objects from other JSON values", () => {
  assert.equal(isFields({}), true);
  for (const json of [null, [], "", 0, true, undefined]) {
    assert.equal(isFields(json), false, JSON.stringify(json));
  }
});

Deno.test("asFields() and asNumber() return valid values and name invalid ones", () => {
  const fields = { a: 1 };
  assert.equal(asFields(fields, "it"), fields);
  assert.equal(asNumber(0, "it"), 0);
  assert.throws(
    () => asFields([1], "it"),
    new TypeError("it is [1], expected a JSON object"),
  );
  assert.throws(
    () => asNumber("1", "it"),
    new TypeError('it is "1", expected a number'),
  );
});
