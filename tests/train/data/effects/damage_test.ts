import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { addNoise, cutOut } from "../../../../train/data/effects/damage.ts";

Deno.test("addNoise() has the requested deviation and stays within paper and ink", () => {
  const grey = new Float32Array(784).fill(0.5);
  addNoise(grey, 0.05, new Random(1));
  const squares = grey.reduce((sum, value) => sum + (value - 0.5) ** 2, 0);
  assert.ok(Math.abs(Math.sqrt(squares / 784) - 0.05) < 0.005);

  const ends = Float32Array.from({ length: 784 }, (_, i) => i % 2);
  addNoise(ends, 0.5, new Random(1));
  assert.ok(ends.every((value) => value >= 0 && value <= 1));
});

Deno.test("cutOut() blanks one square inside the image", () => {
  for (const side of [1, 5, 28]) {
    for (let i = 0; i < 50; i++) {
      const image = new Float32Array(784).fill(1);
      cutOut(image, side, new Random(i));
      const gone = [...image.keys()].filter((k) => image[k] === 0);
      const columns = new Set(gone.map((k) => k % 28));
      const rows = new Set(gone.map((k) => Math.floor(k / 28)));
      assert.deepEqual([gone.length, columns.size, rows.size], [
        side * side,
        side,
        side,
      ]);
    }
  }
});
