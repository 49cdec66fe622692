import assert from "node:assert/strict";
import { layOut } from "../src/mnist_layout.ts";

/** A picture of 28x28 with one level in a rectangle. */
function rectangle(
  left: number,
  top: number,
  width: number,
  height: number,
  level = 200,
): Uint8Array {
  const image = new Uint8Array(784);
  for (let y = top; y < top + height; y++) {
    image.fill(level, y * 28 + left, y * 28 + left + width);
  }
  return image;
}

/** Laid out, leaving the picture alone. */
function laidOut(image: Uint8Array): Uint8Array {
  const copy = image.slice();
  layOut(copy);
  return copy;
}

Deno.test("layOut() moves the centre of mass to the middle", () => {
  // Three columns around 14, five rows around 14.
  const centred = rectangle(13, 12, 3, 5);
  for (const [left, top] of [[0, 0], [25, 23], [12, 13], [13, 12]] as const) {
    assert.deepEqual(laidOut(rectangle(left, top, 3, 5)), centred);
  }
});

Deno.test("layOut() trims the fainter edge to a box of 20", () => {
  const image = rectangle(4, 4, 20, 20);
  image.fill(9, 3 * 28 + 4, 3 * 28 + 24); // a faint row above
  image[10 * 28 + 24] = 30; // a faint column at the right
  const expected = rectangle(4, 4, 20, 20);
  assert.deepEqual(laidOut(image), expected);
});

Deno.test("layOut() does not change a blank picture or one in MNIST's layout", () => {
  for (const image of [rectangle(4, 9, 20, 11), new Uint8Array(784)]) {
    assert.deepEqual(laidOut(image), image);
  }
});

Deno.test("layOut() keeps lopsided ink inside the picture", () => {
  // The centre of mass is at the right end; moving it to the middle would push
  // the tail out at the left.
  const image = rectangle(4, 14, 20, 1, 1);
  image[14 * 28 + 23] = 255;
  const found = laidOut(image);
  assert.equal(found.reduce((sum, ink) => sum + ink), 19 + 255);
  assert.equal(found[14 * 28 + 19], 255);
});

Deno.test("layOut() lays out each picture separately", () => {
  const first = rectangle(2, 2, 7, 7);
  const second = rectangle(15, 3, 2, 9);
  const both = new Uint8Array(2 * 784);
  both.set(first);
  both.set(second, 784);
  layOut(both);
  assert.deepEqual(both.subarray(0, 784), laidOut(first));
  assert.deepEqual(both.subarray(784), laidOut(second));
});
