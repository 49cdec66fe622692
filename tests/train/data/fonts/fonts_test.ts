import assert from "node:assert/strict";
import {
  CYRILLIC_FONTS,
  HELD_OUT_FONTS,
  PRINT_FONTS,
  SCRIPT_FONTS,
  TRAINING_FONTS,
} from "../../../../train/data/fonts/fonts.ts";
import { loadGlyphs } from "../../../../train/data/fonts/glyphs.ts";
import { SCRIPT_LETTERS } from "../../../../train/data/negatives/letters.ts";

Deno.test("every font is under a licence that allows its use, and none is in two lists", () => {
  const fonts = [...TRAINING_FONTS, ...HELD_OUT_FONTS, ...PRINT_FONTS];
  for (
    const { family, licence } of [
      ...fonts,
      ...CYRILLIC_FONTS,
      ...Object.values(SCRIPT_FONTS).flat(),
    ]
  ) {
    assert.ok(["OFL-1.1", "Apache-2.0"].includes(licence), `${family}`);
  }
  const families = fonts.map(({ family }) => family);
  assert.equal(new Set(families).size, families.length);
});

Deno.test("loadGlyphs() finds ten digits in every font that digits are drawn from", async () => {
  for (const font of [...TRAINING_FONTS, ...HELD_OUT_FONTS]) {
    const glyphs = await loadGlyphs(font, "0123456789");
    assert.equal(glyphs.size, 10, font.family);
    for (const { path, box } of glyphs.values()) {
      assert.match(path, /^M.*Z$/);
      assert.ok(box.right > box.left && box.bottom > box.top);
    }
  }
});

Deno.test("loadGlyphs() leaves out what a font lacks or does not draw", async () => {
  const glyphs = await loadGlyphs(TRAINING_FONTS[0]!, ["A", " ", "\u{1f600}"]);
  assert.deepEqual([...glyphs.keys()], ["A"]);
});

Deno.test("loadGlyphs() finds the letters of the scripts that are trained on", async () => {
  for (const [name, letters] of Object.entries(SCRIPT_LETTERS)) {
    const found = new Set<string>();
    for (const font of SCRIPT_FONTS[name as keyof typeof SCRIPT_LETTERS]) {
      for (const letter of (await loadGlyphs(font, letters)).keys()) {
        found.add(letter);
      }
    }
    const missing = [...letters].filter((letter) => !found.has(letter));
    // The three files of Hangul lack some syllables.
    const most = name === "hangul" ? letters.length / 2 : 0;
    assert.ok(missing.length <= most, `${name}: ${missing}`);
  }
});
