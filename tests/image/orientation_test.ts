import assert from "node:assert/strict";
import { turnUpright } from "../../src/image/orientation.ts";

Deno.test("turnUpright() turns and mirrors as EXIF defines", () => {
  const image = {
    width: 3,
    height: 2,
    pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
  };
  const cases: [number, number, number[]][] = [
    [1, 3, [1, 2, 3, 4, 5, 6]],
    [2, 3, [3, 2, 1, 6, 5, 4]],
    [3, 3, [6, 5, 4, 3, 2, 1]],
    [4, 3, [4, 5, 6, 1, 2, 3]],
    [5, 2, [1, 4, 2, 5, 3, 6]],
    [6, 2, [4, 1, 5, 2, 6, 3]],
    [7, 2, [6, 3, 5, 2, 4, 1]],
    [8, 2, [3, 6, 2, 5, 1, 4]],
  ];
  for (const [orientation, width, pixels] of cases) {
    const turned = turnUpright(image, orientation);
    assert.equal(turned.width, width);
    assert.deepEqual([...turned.pixels], pixels, `orientation ${orientation}`);
  }
});
