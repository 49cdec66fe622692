/**
 * Pictures without a figure: cloth, walls, leaves, noise, as from a camera that
 * points at nothing in particular.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";

/** Clouds of two sizes and grain (value noise), as walls, cloth and lawns look. */
export function clouds(random: Random): GreyImage {
  const side = 64 + random.below(64);
  const coarse = noiseField(side, random.between(side / 6, side / 2), random);
  const fine = noiseField(side, random.between(3, 12), random);
  const weight = random.uniform();
  const hardness = random.between(2, 12);
  const grain = random.between(0, 12);
  return picture(side, (i) => {
    const cloud = weight * coarse[i]! + (1 - weight) * fine[i]!;
    return 128 + 100 * Math.tanh(hardness * cloud) + grain * random.normal();
  });
}

/** Light and dark patches with straight edges, as furniture and windows make them. */
export function patches(random: Random): GreyImage {
  const side = 64 + random.below(64);
  const values = new Float32Array(side * side).fill(random.between(40, 220));
  for (let n = 3 + random.below(6); n > 0; n--) {
    const grey = random.between(0, 255);
    const angle = random.between(0, Math.PI);
    const [across, down] = [Math.cos(angle), Math.sin(angle)];
    const x = random.between(0, side);
    const y = random.between(0, side);
    const [long, wide] = [
      side * random.between(0.1, 0.6),
      side * random.between(0.05, 0.4),
    ];
    for (let i = 0; i < values.length; i++) {
      const [dx, dy] = [i % side - x, Math.floor(i / side) - y];
      if (
        Math.abs(dx * across + dy * down) < long &&
        Math.abs(dy * across - dx * down) < wide
      ) values[i] = grey;
    }
  }
  const grain = random.between(0, 15);
  return picture(side, (i) => values[i]! + grain * random.normal());
}

/** Stripes or squares of even width, wavy or straight. */
export function weave(random: Random): GreyImage {
  const side = 64 + random.below(64);
  const angle = random.between(0, Math.PI);
  const [across, down] = [Math.cos(angle), Math.sin(angle)];
  const period = random.between(5, 24);
  const squares = random.uniform() < 0.5;
  const wave = random.between(0, 5);
  const contrast = random.between(30, 110);
  return picture(side, (i) => {
    const [x, y] = [i % side, Math.floor(i / side)];
    const along = (x * across + y * down + wave * Math.sin(y / 9)) / period;
    const aside = (y * across - x * down) / period;
    const up = Math.sin(2 * Math.PI * along) *
      (squares ? Math.sin(2 * Math.PI * aside) : 1);
    return 128 + contrast * Math.sign(up) + 5 * random.normal();
  });
}

/** 28x28 bytes of noise, sparse or dense, as a broken client may send them. */
export function staticNoise(random: Random): Uint8Array {
  const share = random.between(0.08, 0.9);
  const soft = random.uniform() < 0.5;
  return Uint8Array.from({ length: 784 }, () => {
    const drawn = random.uniform();
    if (drawn >= share) return 0;
    return soft ? Math.floor(255 * drawn / share) : 255;
  });
}

/** Smooth values between -1 and 1: random ones at the knots of a grid, bilinear between. */
function noiseField(
  side: number,
  spacing: number,
  random: Random,
): Float32Array {
  const knots = Math.ceil(side / spacing) + 1;
  const grid = Float32Array.from(
    { length: knots * knots },
    () => random.between(-1, 1),
  );
  return Float32Array.from({ length: side * side }, (_, i) => {
    const x = (i % side) / spacing;
    const y = Math.floor(i / side) / spacing;
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [right, below] = [x - left, y - top];
    const at = top * knots + left;
    const upper = grid[at]! * (1 - right) + grid[at + 1]! * right;
    const lower = grid[at + knots]! * (1 - right) +
      grid[at + knots + 1]! * right;
    return upper * (1 - below) + lower * below;
  });
}

function picture(side: number, value: (i: number) => number): GreyImage {
  // Clamped and rounded by the array.
  const clamped = Uint8ClampedArray.from(
    { length: side * side },
    (_, i) => value(i),
  );
  return { width: side, height: side, pixels: new Uint8Array(clamped.buffer) };
}
