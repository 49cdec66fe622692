import fc from "fast-check";
import assert from "node:assert/strict";
import { layOut } from "../../../src/image/normalize/layout.ts";

Deno.test("layOut() keeps mass, and every box inside of the image", () => {
  const side = fc.integer({ min: 1, max: 80 });
  fc.assert(
    fc.property(side, side, fc.nat(), (width, height, lit) => {
      const ink = new Float32Array(width * height);
      ink[lit % ink.length] = 1;
      ink[0] = 1;
      const mass = ink.reduce((sum, value) => sum + value, 0);
      const pixels = layOut({ width, height, ink });
      const sum = pixels.reduce((total, value) => total + value, 0);
      assert.ok(Math.abs(sum - mass * 255 / 16) <= 1);
    }),
    { seed: 1 },
  );
});

Deno.test("layOut() leaves an image without ink blank", () => {
  const ink = new Float32Array(80 * 80);
  assert.deepEqual(layOut({ width: 80, height: 80, ink }), new Uint8Array(784));
});
