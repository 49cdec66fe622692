import assert from "node:assert/strict";
import { DIGIT_TEMPLATES } from "../../../../train/data/drawn/templates.ts";

Deno.test("DIGIT_TEMPLATES has several ways for each digit, on the sheet, from top to bottom", () => {
  assert.equal(DIGIT_TEMPLATES.length, 10);
  DIGIT_TEMPLATES.forEach((templates, digit) => {
    assert.ok(templates.length >= 2, `${digit}`);
    for (const template of templates) {
      const places = template.flat();
      for (const [x, y] of places) {
        assert.ok(
          x >= -6 && x <= 106 && y >= -6 && y <= 146,
          `${digit}: ${x}, ${y}`,
        );
      }
      const rows = places.map(([, y]) => y);
      assert.ok(Math.min(...rows) <= 8 && Math.max(...rows) >= 130, `${digit}`);
      assert.ok(template.every((stroke) => stroke.length >= 2), `${digit}`);
    }
  });
});
