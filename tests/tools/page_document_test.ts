import assert from "node:assert/strict";
import { fillTexts } from "../../tools/page_document.ts";

Deno.test("fillTexts() fills in texts, spaced or not", () => {
  const texts = { draw: { undo: "Undo", deep: { er: "yes" } } };
  assert.equal(
    fillTexts('<b title="{{draw.undo}}">{{ draw.deep.er }}</b>', texts),
    '<b title="Undo">yes</b>',
  );
});

Deno.test("fillTexts() refuses names without a text", () => {
  const texts = { draw: { undo: "Undo", bad: () => "" } };
  for (const name of ["draw.redo", "none.undo", "draw", "draw.bad"]) {
    assert.throws(() => fillTexts(`{{${name}}}`, texts), {
      name: "RangeError",
      message: new RegExp(`^the text {{${name}}} is `),
    });
  }
});
