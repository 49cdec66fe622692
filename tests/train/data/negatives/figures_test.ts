import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { drawing } from "../../../../train/data/negatives/drawings.ts";
import { madeLetter } from "../../../../train/data/negatives/made_letters.ts";
import { sign } from "../../../../train/data/negatives/signs.ts";

Deno.test("made letters, signs and drawings are near the sheet, and differ for every stream", () => {
  for (const draw of [madeLetter, sign, drawing]) {
    const drawn = new Set<string>();
    for (let seed = 0; seed < 200; seed++) {
      const figure = draw(new Random(seed));
      for (const [x, y] of figure.flat()) {
        assert.ok(
          x >= -70 && x <= 170 && y >= -100 && y <= 260,
          `${draw.name} ${seed}: ${x}, ${y}`,
        );
      }
      assert.ok(figure.every((stroke) => stroke.length >= 2), `${seed}`);
      drawn.add(JSON.stringify(figure));
      assert.deepEqual(draw(new Random(seed)), figure);
    }
    assert.equal(drawn.size, 200, draw.name);
  }
});

Deno.test("a made letter does not look like a one", () => {
  for (let seed = 0; seed < 300; seed++) {
    const columns = madeLetter(new Random(seed)).flat().map(([x]) => x);
    const wide = Math.max(...columns) - Math.min(...columns);
    assert.ok(wide > 55, `${seed}: ${wide}`);
  }
});
