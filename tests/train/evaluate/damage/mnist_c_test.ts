import assert from "node:assert/strict";
import { Random } from "../../../../src/network/random.ts";
import { drawnDigit } from "../../../../train/data/drawn/drawn_digit.ts";
import { centreOfMass } from "../../../../train/data/effects/centre.ts";
import { MNIST_C } from "../../../../train/evaluate/damage/mnist_c/mod.ts";

const FOUR = Float32Array.from(
  drawnDigit(4, new Random(1)),
  (ink) => ink / 255,
);

function corrupt(name: string, image = FOUR, seed = 1): Float32Array {
  return MNIST_C.get(name)!(image, new Random(seed));
}

function mean(image: Float32Array): number {
  return image.reduce((sum, ink) => sum + ink, 0) / image.length;
}

/** Root of the mean square distance from the centre of mass. */
function spread(image: Float32Array): number {
  const { x, y } = centreOfMass(image);
  let sum = 0;
  image.forEach((ink, i) => {
    sum += ink * ((i % 28 - x) ** 2 + (Math.floor(i / 28) - y) ** 2);
  });
  return Math.sqrt(sum / (mean(image) * 784));
}

Deno.test("MNIST_C has fifteen corruptions that depend only on their stream", () => {
  assert.equal(MNIST_C.size, 15);
  const before = FOUR.slice();
  for (const [name, corruption] of MNIST_C) {
    const harmed = corruption(FOUR, new Random(7));
    assert.deepEqual(FOUR, before, `${name} changes its input`);
    assert.notDeepEqual(harmed, FOUR, name);
    assert.deepEqual(corruption(FOUR, new Random(7)), harmed, name);
    assert.ok(harmed.every((ink) => ink >= 0 && ink <= 1), name);
  }
});

Deno.test("shotNoise() keeps the mean and has three quanta", () => {
  const grey = new Float32Array(784).fill(0.4);
  const noisy = corrupt("shot_noise", grey);
  // Clipping at full ink takes some away.
  assert.ok(Math.abs(mean(noisy) - 0.4) < 0.05, `${mean(noisy)}`);
  const thirds = new Set([...noisy].map((ink) => Math.round(ink * 3)));
  assert.deepEqual([...thirds].sort(), [0, 1, 2, 3]);
});

Deno.test("impulseNoise() loses a sixth of the pixels, half to each side", () => {
  const grey = new Float32Array(784).fill(0.5);
  const noisy = corrupt("impulse_noise", grey);
  const white = noisy.filter((ink) => ink === 0).length / 784;
  const black = noisy.filter((ink) => ink === 1).length / 784;
  assert.ok(Math.abs(white - 0.085) < 0.03 && Math.abs(black - 0.085) < 0.03);
});

Deno.test("the blurs spread ink and keep its amount", () => {
  for (const name of ["glass_blur", "motion_blur"]) {
    const blurred = corrupt(name);
    assert.ok(spread(blurred) > spread(FOUR), name);
    assert.ok(Math.abs(mean(blurred) / mean(FOUR) - 1) < 0.05, name);
  }
});

Deno.test("scale() draws seven tenths as large, about the middle", () => {
  const ratio = spread(corrupt("scale")) / spread(FOUR);
  assert.ok(Math.abs(ratio - 0.7) < 0.03, `${ratio}`);
});

Deno.test("rotate() turns by 0.4 radians and shear() leans the upright as much", () => {
  const bar = new Float32Array(784);
  for (let y = 4; y < 24; y++) bar[y * 28 + 13] = bar[y * 28 + 14] = 1;
  for (const name of ["rotate", "shear"]) {
    const turned = corrupt(name, bar);
    const [top, low] = [8, 19].map((y) => {
      const row = turned.subarray(y * 28, (y + 1) * 28);
      const ink = row.reduce((sum, v) => sum + v, 0);
      return row.reduce((sum, v, x) => sum + v * x, 0) / ink;
    });
    const lean = Math.atan((top! - low!) / 11);
    assert.ok(Math.abs(Math.abs(lean) - 0.4) < 0.06, `${name}: ${lean}`);
  }
});

Deno.test("translate() moves by three pixels along each axis", () => {
  const [from, to] = [centreOfMass(FOUR), centreOfMass(corrupt("translate"))];
  assert.ok(Math.abs(Math.abs(to.x - from.x) - 3) < 0.01);
  assert.ok(Math.abs(Math.abs(to.y - from.y) - 3) < 0.01);
});

Deno.test("brightness() adds a half and stripe() inverts seven columns at each side", () => {
  const bright = corrupt("brightness");
  FOUR.forEach((ink, i) =>
    assert.equal(bright[i], Math.fround(Math.min(1, ink + 0.5)))
  );
  const striped = corrupt("stripe");
  FOUR.forEach((ink, i) => {
    const inside = i % 28 >= 7 && i % 28 < 21;
    assert.equal(striped[i], inside ? ink : Math.fround(1 - ink));
  });
});

Deno.test("fog() hides paper and keeps ink above it", () => {
  const foggy = corrupt("fog");
  const paper = [...foggy].filter((_, i) => FOUR[i] === 0);
  const ink = [...foggy].filter((_, i) => FOUR[i] === 1);
  const average = (of: number[]) => of.reduce((a, b) => a + b) / of.length;
  const apart = average(ink) - average(paper);
  assert.ok(apart > 0.15 && apart < 0.35, `${apart}`);
  assert.ok(Math.max(...paper) - Math.min(...paper) > 0.1);
});

Deno.test("spatter() covers ink with faint mud", () => {
  const ink = new Float32Array(784).fill(1);
  const muddy = [...corrupt("spatter", ink)];
  const covered = muddy.filter((value) => value < 0.5);
  assert.ok(covered.length > 20 && covered.length < 500, `${covered.length}`);
  assert.ok(covered.every((value) => value >= 63 / 255 - 1e-6));
});

Deno.test("dottedLine() leaves out every other pair of columns, zigzag() goes on", () => {
  const paper = new Float32Array(784);
  const inked = (image: Float32Array) =>
    Array.from(
      { length: 28 },
      (_, x) => image.some((ink, i) => i % 28 === x && ink > 0.3),
    );
  for (let seed = 0; seed < 5; seed++) {
    const dotted = inked(corrupt("dotted_line", paper, seed));
    for (let x = 0; x < 26; x++) assert.equal(dotted[x], x % 4 >= 2, `${x}`);
    const toothed = inked(corrupt("zigzag", paper, seed));
    const columns = toothed.filter(Boolean).length;
    assert.ok(columns >= 20 && !toothed[0] && !toothed[27], `${columns}`);
  }
});

Deno.test("cannyEdges() finds both sides of a bar, a pixel wide", () => {
  const bar = new Float32Array(784);
  for (let y = 0; y < 28; y++) bar.fill(1, y * 28 + 11, y * 28 + 17);
  const middle = [...corrupt("canny_edges", bar).subarray(14 * 28, 15 * 28)];
  const edges = middle.flatMap((ink, x) => ink === 1 ? [x] : []);
  const [left, right] = [
    edges.filter((x) => x < 14),
    edges.filter((x) => x >= 14),
  ];
  assert.ok(left.length >= 1 && left.length <= 2, `${edges}`);
  assert.ok(right.length >= 1 && right.length <= 2, `${edges}`);
  assert.ok(left.every((x) => Math.abs(x - 10.5) < 1), `${edges}`);
  assert.ok(right.every((x) => Math.abs(x - 16.5) < 1), `${edges}`);
});
