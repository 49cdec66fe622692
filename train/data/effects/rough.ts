/**
 * Faults of raw pixels that bypass the image path: digits off centre, grey
 * paper, inverted bands, dirt. The image path would repair most of them.
 *
 * @module
 */

import { IMAGE_SIZE } from "../../../src/network/numbers.ts";
import type { Random } from "../../../src/network/random.ts";

/** Changes an image of values in [0, 1], 28x28, row-major, in place. */
export type Roughness = (image: Float32Array, random: Random) => void;

/** Every kind of damage that {@linkcode roughen} applies. */
export const ROUGHNESSES: readonly Roughness[] = [
  misplace,
  greyPaper,
  unevenPaper,
  saltAndPepper,
  grains,
  crossingLine,
  invertBands,
  smear,
  contour,
  stain,
];

/**
 * Damages an image in one way.
 *
 * @param image 28x28, row-major, in [0, 1]; changed in place.
 * @param random Chooses the kind and its strength.
 */
export function roughen(image: Float32Array, random: Random): void {
  ROUGHNESSES[random.below(ROUGHNESSES.length)]!(image, random);
}

/** Smaller, and anywhere. */
function misplace(image: Float32Array, random: Random): void {
  const scale = random.between(0.6, 1);
  const right = random.between(-4, 4);
  const down = random.between(-4, 4);
  const before = image.slice();
  const middle = (IMAGE_SIZE - 1) / 2;
  forEachPixel((x, y, i) => {
    image[i] = sample(
      before,
      (x - middle - right) / scale + middle,
      (y - middle - down) / scale + middle,
    );
  });
}

/** Paper that is as grey as the ink allows. */
function greyPaper(image: Float32Array, random: Random): void {
  const grey = random.between(0.1, 0.55);
  const clips = random.uniform() < 0.5;
  for (let i = 0; i < image.length; i++) {
    image[i] = clips
      ? Math.min(1, image[i]! + grey)
      : grey + (1 - grey) * image[i]!;
  }
}

/** A haze of smooth grey: random values at the knots of a 7-pixel grid, bilinear between. */
function unevenPaper(image: Float32Array, random: Random): void {
  const knots = 5;
  const grid = Float32Array.from(
    { length: knots * knots },
    () => random.uniform(),
  );
  const haze = random.between(0.3, 0.75);
  forEachPixel((x, y, i) => {
    const [left, top] = [Math.floor(x / 7), Math.floor(y / 7)];
    const [right, below] = [x / 7 - left, y / 7 - top];
    const k = top * knots + left;
    const upper = grid[k]! * (1 - right) + grid[k + 1]! * right;
    const lower = grid[k + knots]! * (1 - right) +
      grid[k + knots + 1]! * right;
    const mist = upper * (1 - below) + lower * below;
    image[i] = (1 - haze) * image[i]! + haze * mist;
  });
}

function saltAndPepper(image: Float32Array, random: Random): void {
  const share = random.between(0.02, 0.2);
  for (let i = 0; i < image.length; i++) {
    if (random.uniform() < share) image[i] = random.uniform() < 0.5 ? 0 : 1;
  }
}

/** Noise that grows with the ink. */
function grains(image: Float32Array, random: Random): void {
  const strength = random.between(0.2, 0.6);
  for (let i = 0; i < image.length; i++) {
    const value = image[i]! + strength * Math.sqrt(image[i]!) * random.normal();
    image[i] = Math.min(1, Math.max(0, value));
  }
}

/** A thin line from side to side, whole or broken, straight or bent. */
function crossingLine(image: Float32Array, random: Random): void {
  const from = random.between(0, IMAGE_SIZE);
  const to = random.between(0, IMAGE_SIZE);
  const bend = random.uniform() < 0.4 ? random.between(-3, 3) : 0;
  const period = random.between(3, 9);
  const gaps = random.uniform() < 0.4;
  forEachPixel((x, y, i) => {
    if (gaps && x % 4 < 2) return;
    const middle = from + (to - from) * x / IMAGE_SIZE +
      bend * Math.abs((x / period) % 2 - 1);
    const ink = 1.4 - Math.abs(y - middle);
    image[i] = Math.max(image[i]!, Math.min(1, ink));
  });
}

/** Inverts some columns or rows. */
function invertBands(image: Float32Array, random: Random): void {
  const isUpright = random.uniform() < 0.75;
  const first = random.below(10);
  const last = IMAGE_SIZE - random.below(10);
  forEachPixel((x, y, i) => {
    const along = isUpright ? x : y;
    if (along < first || along >= last) image[i] = 1 - image[i]!;
  });
}

/** Averages along a short line in some direction, like a moving camera. */
function smear(image: Float32Array, random: Random): void {
  const angle = random.between(0, Math.PI);
  const long = random.between(1.5, 5);
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const before = image.slice();
  forEachPixel((x, y, i) => {
    let sum = 0;
    for (let n = -3; n <= 3; n++) {
      const along = long * n / 3;
      sum += sample(before, x + along * across, y + along * down);
    }
    image[i] = sum / 7;
  });
}

/** Keeps only the ink's edges: where a pixel and its neighbours differ most. */
function contour(image: Float32Array): void {
  const before = image.slice();
  forEachPixel((x, y, i) => {
    let low = 1;
    let high = 0;
    for (const [dx, dy] of [[0, 0], [1, 0], [0, 1]] as const) {
      const value = sample(before, x + dx, y + dy);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    image[i] = high - low > 0.45 ? 1 : 0;
  });
}

/** Round stains of some grey over ink and paper. */
function stain(image: Float32Array, random: Random): void {
  for (let n = 3 + random.below(8); n > 0; n--) {
    const grey = random.between(0, 0.6);
    const left = random.between(0, IMAGE_SIZE);
    const top = random.between(0, IMAGE_SIZE);
    const radius = random.between(0.7, 2.5);
    forEachPixel((x, y, i) => {
      if ((x - left) ** 2 + (y - top) ** 2 < radius * radius) image[i] = grey;
    });
  }
}

function forEachPixel(visit: (x: number, y: number, i: number) => void): void {
  for (let y = 0, i = 0; y < IMAGE_SIZE; y++) {
    for (let x = 0; x < IMAGE_SIZE; x++, i++) visit(x, y, i);
  }
}

/** Bilinear; outside is paper. */
function sample(image: Float32Array, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const below = y - top;
  const at = (column: number, row: number): number =>
    column < 0 || column >= IMAGE_SIZE || row < 0 || row >= IMAGE_SIZE
      ? 0
      : image[row * IMAGE_SIZE + column]!;
  return (at(left, top) * (1 - right) + at(left + 1, top) * right) *
      (1 - below) +
    (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * below;
}
