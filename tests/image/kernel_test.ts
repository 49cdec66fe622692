import assert from "node:assert/strict";
import { findComponents } from "../../src/image/normalize/components.ts";
import type { GreyImage } from "../../src/image/grey.ts";
import { normalize } from "../../src/image/normalize/normalize.ts";
import { lightestOfCells } from "../../src/image/normalize/paper.ts";
import { isInkLight } from "../../src/image/normalize/polarity.ts";
import { reduce } from "../../src/image/normalize/reduce.ts";
import { splitLevels } from "../../src/image/normalize/threshold.ts";
import { Random } from "../../src/network/random.ts";
import { findComponents as findSlowly } from "./reference/components.ts";
import { normalize as normalizeSlowly } from "./reference/normalize.ts";
import { lightestOfCells as cellsSlowly } from "./reference/paper.ts";
import { isInkLight as isLightSlowly } from "./reference/polarity.ts";
import { reduce as reduceSlowly } from "./reference/reduce.ts";
import { splitLevels as splitSlowly } from "./reference/threshold.ts";
import { paint, paintSeven } from "./pictures.ts";

const SIDES = [1, 2, 3, 15, 16, 17, 31, 33, 47, 64, 97, 140, 255, 256];

/** Pictures at ragged sizes: lone ink on paper, noise, and steps of both. */
function* pictures(): Generator<GreyImage> {
  const random = new Random(3);
  for (const [i, width] of SIDES.entries()) {
    for (const next of [0, 1, 5, 8]) {
      const height = SIDES[(i + next) % SIDES.length]!;
      const share = random.uniform();
      const dark = Math.floor(256 * random.uniform());
      const light = Math.floor(256 * random.uniform());
      yield paint(
        width,
        height,
        () => random.uniform() < share ? dark : light,
      );
      const size = 1 + Math.min(width, height) / (1 + 8 * random.uniform());
      yield paint(
        width,
        height,
        (x, y) => Math.hypot(x - width / 2, y - height / 2) < size ? 7 : 250,
      );
    }
  }
}

Deno.test("kernels give what the reference gives at ragged sizes", () => {
  for (const image of pictures()) {
    const { width, height, pixels } = image;
    const at = `${width} x ${height}`;
    assert.deepEqual(
      reduce(image, Math.ceil(Math.max(width, height) / 2)),
      reduceSlowly(image, Math.ceil(Math.max(width, height) / 2)),
      at,
    );
    assert.equal(isInkLight(image), isLightSlowly(image), at);
    assert.deepEqual(lightestOfCells(image), cellsSlowly(image), at);
    assert.deepEqual(splitLevels(pixels), splitSlowly(pixels), at);
    const { list, runs, labels } = findComponents(pixels, width, 100);
    const slow = findSlowly(pixels, width, 100);
    assert.deepEqual(list, slow.list, at);
    const map = new Int32Array(pixels.length);
    labels.forEach((label, run) =>
      map.fill(label, runs[2 * run], runs[2 * run + 1])
    );
    assert.deepEqual(map, slow.labels, at);
    assert.deepEqual(normalize(image), normalizeSlowly(image), at);
  }
});

Deno.test("normalize() gives what the reference gives for strokes of any width", () => {
  const random = new Random(4);
  for (let i = 0; i < 120; i++) {
    const side = 20 + Math.floor(400 * random.uniform());
    const size = side * (0.2 + 0.7 * random.uniform());
    const ink = 255 * random.uniform();
    const paper = 255 * random.uniform();
    const noise = i % 3 === 0 ? 12 * random.uniform() : 0;
    const slope = i % 2 === 0 ? 0.3 * random.uniform() : 0;
    const image = paintSeven(
      side,
      (side - size) * random.uniform(),
      (side - size) * random.uniform(),
      size,
      () => ink,
      (x) => paper + slope * x + noise * random.uniform(),
    );
    const thin = paint(
      side,
      side,
      (x, y) =>
        Math.abs(Math.hypot(x - side / 2, y - side / 2) - size / 2) <
            3 * random.uniform()
          ? ink
          : paper,
    );
    for (const picture of [image, thin]) {
      assert.deepEqual(normalize(picture), normalizeSlowly(picture), `${i}`);
    }
  }
});

Deno.test("kernels refuse pictures that there is no room for", () => {
  const image = { width: 257, height: 1, pixels: new Uint8Array(257) };
  const refused = {
    name: "RangeError",
    message:
      "The picture is 257 x 1 pixels; it must be reduced to 256 a side " +
      "first",
  };
  assert.throws(() => isInkLight(image), refused);
  assert.throws(() => lightestOfCells(image), refused);
  assert.throws(() => findComponents(image.pixels, 257, 9), refused);
});
