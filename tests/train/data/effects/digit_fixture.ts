/**
 * A digit for tests of effects.
 *
 * @module
 */

/**
 * A seven: a bar of 12 pixels and a slanting stem, both two pixels thick, 20 high, edges
 * grey; its centre of mass is not the image's middle.
 */
export function makeSeven(): Float32Array {
  const image = new Float32Array(784);
  const ink = (x: number, y: number, value: number) => {
    image[y * 28 + x] = Math.max(image[y * 28 + x]!, value);
  };
  for (let x = 8; x < 20; x++) {
    ink(x, 4, 1);
    ink(x, 5, 0.5);
  }
  for (let y = 4; y < 24; y++) {
    const x = Math.round(19 - (y - 4) / 2);
    ink(x, y, 1);
    ink(x + 1, y, 0.5);
  }
  return image;
}

/** Sum of all ink. */
export function inkOf(image: Float32Array): number {
  return image.reduce((sum, ink) => sum + ink, 0);
}
