import assert from "node:assert/strict";
import fc from "fast-check";
import { duplicateKey } from "../../src/json/duplicate_key.ts";

const CASES: [string, string | undefined][] = [
  ["1", undefined],
  ["{}", undefined],
  ['{"a":1,"b":2}', undefined],
  ['{"a":{"a":{"a":1}}}', undefined],
  ['[{"a":1},{"a":1}]', undefined],
  ['{"a":"a","b":"a"}', undefined],
  ['{"a":["a","a"]}', undefined],
  ['{"a":"\\"a\\":1,\\"a\\":2"}', undefined],
  ['{"a":"{","b":"}","c":1}', undefined],
  ['{"a":1,"a":2}', "a"],
  ['{"a" : 1, "a"\n: 2}', "a"],
  ['{"x":{"a":1,"a":2}}', "a"],
  ['{"x":[{"b":1},{"a":1,"a":2}]}', "a"],
  ['{"a":{"b":1},"c":1,"a":2}', "a"],
  ['{"\\"":1,"\\u0022":2}', '"'],
  ['{"":1,"":2}', ""],
];

for (const [json, name] of CASES) {
  Deno.test(`duplicateKey() finds ${JSON.stringify(name) ?? "nothing"} in ${json}`, () => {
    JSON.parse(json);
    assert.equal(duplicateKey(json), name);
  });
}

Deno.test("duplicateKey() finds nothing in JSON.stringify() output", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => {
    assert.equal(duplicateKey(JSON.stringify(value)), undefined);
  }));
});
