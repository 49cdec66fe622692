import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { digitStrokes } from "../../../../train/data/drawn/drawn_digit.ts";
import { DIGIT_STYLES } from "../../../../train/data/drawn/styles.ts";

Deno.test("DIGIT_STYLES draw from top to bottom, near the sheet, differently for every stream", () => {
  for (const [digit, style] of DIGIT_STYLES.entries()) {
    const drawn = new Set<string>();
    for (let seed = 0; seed < 100; seed++) {
      const figure = style(new Random(seed));
      const places = figure.flat();
      for (const [x, y] of places) {
        assert.ok(
          x >= -45 && x <= 125 && y >= -15 && y <= 150,
          `${digit}: ${x}, ${y}`,
        );
      }
      const rows = places.map(([, y]) => y);
      assert.ok(
        Math.min(...rows) <= 16 && Math.max(...rows) >= 130,
        `${digit}`,
      );
      assert.ok(figure.every((stroke) => stroke.length >= 2), `${digit}`);
      drawn.add(JSON.stringify(figure));
      assert.deepEqual(style(new Random(seed)), figure);
    }
    assert.equal(drawn.size, 100, `${digit}`);
  }
});

Deno.test("a one's flag is never as flat as a seven's top", () => {
  const one = DIGIT_STYLES[1]!;
  for (let seed = 0; seed < 300; seed++) {
    const [stem] = one(new Random(seed));
    const [topX, topY] = stem!.reduce((a, b) => b[1] < a[1] ? b : a);
    const top = stem!.findIndex(([x, y]) => x === topX && y === topY);
    const flag = stem!.slice(0, top + 1);
    const [x, y] = flag.reduce((a, b) => b[1] > a[1] ? b : a);
    const steep = (y - topY) / (topX - x);
    if (topX - x > 15) assert.ok(steep > 0.55, `${seed}: ${steep}`);
  }
});

Deno.test("digitStrokes() uses templates and styles", () => {
  const strokes = (digit: number) =>
    new Set(Array.from(
      { length: 40 },
      (_, seed) => digitStrokes(digit, new Random(seed)).length,
    ));
  // Sevens with and without a bar, by either.
  assert.deepEqual([...strokes(7)].sort(), [1, 2]);
});
