import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import {
  boxFit,
  drawMatrix,
  invert,
  type Matrix,
} from "../../../../train/data/effects/affine.ts";
import { makeSeven } from "./digit_fixture.ts";

const IDENTITY: Matrix = { xx: 1, xy: 0, yx: 0, yy: 1 };
const STILL = { rotation: 0, shear: 0, aspect: 0, scale: 0 };

function near(found: Matrix, expected: Matrix): void {
  for (const key of ["xx", "xy", "yx", "yy"] as const) {
    assert.ok(
      Math.abs(found[key] - expected[key]) < 1e-12,
      `${key} ${found[key]}`,
    );
  }
}

Deno.test("drawMatrix() without ranges is the identity", () => {
  near(drawMatrix(STILL, new Random(1)), IDENTITY);
});

Deno.test("drawMatrix() stays within each range", () => {
  for (let i = 0; i < 200; i++) {
    const turned = drawMatrix({ ...STILL, rotation: 20 }, new Random(i));
    assert.ok(Math.abs(Math.atan2(turned.yx, turned.xx)) <= 20 * Math.PI / 180);
    near(invert(turned), { ...turned, xy: turned.yx, yx: turned.xy });
    const sheared = drawMatrix({ ...STILL, shear: 0.3 }, new Random(i));
    assert.ok(Math.abs(sheared.xy) <= 0.3);
    near({ ...sheared, xy: 0 }, IDENTITY);
    const stretched = drawMatrix({ ...STILL, aspect: 0.2 }, new Random(i));
    assert.ok(Math.abs(Math.log(stretched.xx / stretched.yy)) <= 0.2 + 1e-12);
    assert.ok(Math.abs(stretched.xx * stretched.yy - 1) < 1e-12);
    const scaled = drawMatrix({ ...STILL, scale: 0.1 }, new Random(i));
    assert.ok(Math.abs(Math.log(scaled.xx)) <= 0.1 + 1e-12);
    assert.equal(scaled.xx, scaled.yy);
  }
});

Deno.test("invert() undoes a matrix and a factor", () => {
  const matrix = drawMatrix({
    rotation: 30,
    shear: 0.5,
    aspect: 0.4,
    scale: 0.2,
  }, new Random(3));
  const inverse = invert(matrix, 1.5);
  near({
    xx: 1.5 * (matrix.xx * inverse.xx + matrix.xy * inverse.yx),
    xy: 1.5 * (matrix.xx * inverse.xy + matrix.xy * inverse.yy),
    yx: 1.5 * (matrix.yx * inverse.xx + matrix.yy * inverse.yx),
    yy: 1.5 * (matrix.yx * inverse.xy + matrix.yy * inverse.yy),
  }, IDENTITY);
});

Deno.test("boxFit() makes the longer side of the ink's box 20 pixels", () => {
  const centre = { x: 14, y: 14 };
  const seven = makeSeven();
  assert.equal(boxFit(seven, centre, IDENTITY), 1);
  assert.equal(boxFit(seven, { x: 3, y: 20 }, IDENTITY), 1);
  // 19 pixels between the middles of the outermost rows, doubled, and half a pixel around.
  assert.equal(boxFit(seven, centre, { ...IDENTITY, yy: 2 }), 20 / 39);
  assert.equal(boxFit(new Float32Array(784), centre, IDENTITY), 1);
});
