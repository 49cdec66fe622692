import fc from "fast-check";
import assert from "node:assert/strict";
import { featureOf, FEATURES } from "../../../src/page/shell/features.ts";
import { formatLink, parseLink } from "../../../src/page/shell/link.ts";

Deno.test("parseLink() reads formatLink() output", () => {
  const name = fc.stringMatching(/^[a-z]+$/);
  const value = fc.string({ unit: "grapheme" });
  fc.assert(fc.property(fc.dictionary(name, value), (link) => {
    assert.deepEqual({ ...parseLink(formatLink(link)) }, { ...link });
  }));
});

Deno.test("parseLink() accepts any hash", () => {
  assert.deepEqual({ ...parseLink("") }, {});
  assert.deepEqual({ ...parseLink("#%&&=") }, { "%": "", "": "" });
});

Deno.test("parseLink() finds no fields that the hash does not name", () => {
  assert.equal("constructor" in parseLink("#seed=1"), false);
  assert.equal(parseLink("#__proto__=1")["__proto__"], "1");
});

Deno.test("featureOf() opens each feature by its name and its fields", () => {
  for (const { id, fields } of FEATURES) {
    assert.equal(featureOf(parseLink(`#${id}`)), id);
    for (const field of fields) {
      assert.equal(featureOf(parseLink(`#${field}=1`)), id);
    }
  }
  assert.equal(featureOf(parseLink("#nothing=1")), FEATURES[0]!.id);
});

Deno.test("FEATURES have no field twice", () => {
  const names = FEATURES.flatMap(({ id, fields }) => [id, ...fields]);
  assert.equal(new Set(names).size, names.length);
});
