/**
 * A clean page as a camera might see it.
 *
 * @module
 */

import type { GreyImage } from "../../../src/image/grey.ts";
import type { Random } from "../../../src/network/random.ts";

/**
 * Photographs a page by program: pale ink on ruled paper, light that falls off
 * across the page, a soft lens and a grainy sensor.
 *
 * @param image Dark ink on white, margins included.
 * @param random Chooses paper, rules, light and grain.
 * @param ruling Rows from one rule to the next.
 */
export function photograph(
  { width, height, pixels }: GreyImage,
  random: Random,
  ruling: number,
): GreyImage {
  const paper = random.between(150, 240);
  const pen = random.between(20, 90);
  const rule = random.between(0.82, 0.97);
  const first = random.below(Math.ceil(ruling));
  const falls = [random.between(-0.3, 0.3), random.between(-0.3, 0.3)] as const;
  const grain = random.between(1, 6);
  const scene = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const onRule = (y + first) % Math.round(ruling) === 0;
    for (let x = 0; x < width; x++) {
      const ink = 1 - pixels[y * width + x]! / 255;
      const bare = onRule ? rule * paper : paper;
      const light = 1 + falls[0] * (x / width - 0.5) +
        falls[1] * (y / height - 0.5);
      scene[y * width + x] = light * (bare + ink * (pen - bare));
    }
  }
  const soft = blurred(scene, width, height);
  return {
    width,
    height,
    pixels: Uint8Array.from(
      soft,
      (level) => Math.max(0, Math.min(255, level + grain * random.normal())),
    ),
  };
}

/** Means over 3x3 pixels, the middle one counted four times. */
function blurred(
  scene: Float32Array,
  width: number,
  height: number,
): Float32Array {
  return scene.map((level, i) => {
    const x = i % width;
    const y = (i - x) / width;
    if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return level;
    let sum = 3 * level;
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) {
        sum += scene[i + row * width + column]!;
      }
    }
    return sum / 12;
  });
}
