import assert from "node:assert/strict";
import {
  centreOfMass,
  recentre,
} from "../../../../train/data/effects/centre.ts";
import { inkOf, makeSeven } from "./digit_fixture.ts";

Deno.test("centreOfMass() weighs pixels by their ink", () => {
  const image = new Float32Array(784);
  image[2 * 28 + 10] = 0.25;
  image[6 * 28 + 14] = 0.75;
  assert.deepEqual(centreOfMass(image), { x: 13, y: 5 });
});

Deno.test("centreOfMass() of a blank image is the middle", () => {
  assert.deepEqual(centreOfMass(new Float32Array(784)), { x: 14, y: 14 });
});

Deno.test("recentre() moves by whole pixels to within half a pixel", () => {
  for (
    const place of [{ x: 14, y: 14 }, { x: 12.3, y: 13.4 }, { x: 15, y: 12.5 }]
  ) {
    const seven = makeSeven();
    const sorted = seven.slice().sort();
    recentre(seven, place);
    const centre = centreOfMass(seven);
    assert.ok(Math.abs(centre.x - place.x) <= 0.5 + 1e-6, `${centre.x}`);
    assert.ok(Math.abs(centre.y - place.y) <= 0.5 + 1e-6, `${centre.y}`);
    assert.deepEqual(seven.slice().sort(), sorted, "the same pixels elsewhere");
  }
});

Deno.test("recentre() drops ink that leaves the image, without wrapping around", () => {
  const image = new Float32Array(784);
  image[0] = 1;
  image[27] = 1;
  recentre(image, { x: 27, y: 0 });
  assert.equal(inkOf(image), 1);
  assert.equal(image[14], 1);
  recentre(image, { x: 0, y: 27 });
  assert.equal(image[27 * 28], 1);
});
