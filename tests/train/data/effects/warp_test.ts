import assert from "node:assert/strict";
import { makeElasticField } from "../../../../train/data/effects/elastic.ts";
import { makePadded, pad } from "../../../../train/data/effects/padded.ts";
import { warp, type WarpMap } from "../../../../train/data/effects/warp.ts";
import { makeSeven } from "./digit_fixture.ts";

const STILL: WarpMap = {
  to: { x: 14, y: 14 },
  from: { x: 14, y: 14 },
  inverse: { xx: 1, xy: 0, yx: 0, yy: 1 },
  field: makeElasticField(),
};

function warped(map: Partial<WarpMap>): Float32Array {
  const source = makePadded();
  pad(makeSeven(), source);
  const image = new Float32Array(784).fill(0.5);
  warp(source, image, { ...STILL, ...map });
  return image;
}

Deno.test("warp() by the identity changes nothing", () => {
  assert.deepEqual(warped({}), makeSeven());
});

Deno.test("warp() moves `from` to `to`", () => {
  const image = warped({ to: { x: 17, y: 12 } });
  const seven = makeSeven();
  for (let y = 0; y < 26; y++) {
    for (let x = 3; x < 28; x++) {
      assert.equal(image[y * 28 + x], seven[(y + 2) * 28 + x - 3]);
    }
  }
});

Deno.test("warp() interpolates between pixels", () => {
  const image = warped({ to: { x: 14.25, y: 14 } });
  const seven = makeSeven();
  for (let i = 1; i < 784; i++) {
    const expected = 0.75 * seven[i]! + 0.25 * seven[i - 1]!;
    assert.ok(Math.abs(image[i]! - expected) < 1e-6, `${i}`);
  }
});

Deno.test("warp() turns about the given place", () => {
  const image = warped({ inverse: { xx: 0, xy: 1, yx: -1, yy: 0 } });
  const seven = makeSeven();
  for (let y = 1; y < 28; y++) {
    for (let x = 1; x < 28; x++) {
      assert.equal(image[y * 28 + x], seven[(28 - x) * 28 + y], `${x}, ${y}`);
    }
  }
});

Deno.test("warp() adds the displacement field", () => {
  const field = makeElasticField();
  // The spline's weights add up to one: equal knots displace everything alike.
  field.x.fill(2);
  const image = warped({ field });
  const seven = makeSeven();
  for (let y = 0; y < 28; y++) {
    for (let x = 0; x < 26; x++) {
      assert.ok(Math.abs(image[y * 28 + x]! - seven[y * 28 + x + 2]!) < 1e-5);
    }
  }
});

Deno.test("warp() sees paper outside, however far", () => {
  for (
    const to of [{ x: 60, y: 14 }, { x: 14, y: -1e6 }, { x: -14.5, y: 14 }]
  ) {
    assert.ok(warped({ to }).every((ink) => ink === 0));
  }
});
