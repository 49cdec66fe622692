import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { centreOfMass } from "../../../../train/data/effects/centre.ts";

Deno.test("drawnDigit() draws every digit in MNIST's layout, in full ink", () => {
  for (let digit = 0; digit < 10; digit++) {
    for (let seed = 0; seed < 10; seed++) {
      const pixels = drawnDigit(digit, new Random(digit, seed));
      assert.equal(pixels.length, 784);
      assert.equal(Math.max(...pixels), 255);
      const { x, y } = centreOfMass(Float32Array.from(pixels));
      assert.ok(
        Math.abs(x - 14) < 1 && Math.abs(y - 14) < 1,
        `${digit}: ${x}, ${y}`,
      );
    }
  }
});

Deno.test("drawnDigit() draws differently for every stream", () => {
  const drawn = (seed: number) => drawnDigit(4, new Random(seed));
  assert.deepEqual(drawn(1), drawn(1));
  assert.notDeepEqual(drawn(1), drawn(2));
});

Deno.test("drawnDigit() refuses what is not a digit", () => {
  for (const digit of [-1, 10, 1.5]) {
    assert.throws(
      () => drawnDigit(digit, new Random(1)),
      new RangeError(`digit ${digit}, expected 0 to 9`),
    );
  }
});
