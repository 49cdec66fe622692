import assert from "node:assert/strict";
import { findComponents } from "../../../../src/image/normalize/components.ts";
import { IMAGE_PIXELS } from "../../../../src/network/numbers.ts";
import { composedRow } from "../../../../src/network/streams.ts";
import type { Dataset } from "../../../../train/data/dataset.ts";
import {
  composeRow,
  type RowOptions,
} from "../../../../train/evaluate/numbers/rows.ts";

/** Ten images: a block as wide as its label says, 20 rows high. */
const BLOCKS: Dataset = {
  count: 10,
  labels: Uint8Array.from({ length: 10 }, (_, label) => label),
  images: Uint8Array.from({ length: 10 * IMAGE_PIXELS }, (_, i) => {
    const label = Math.floor(i / IMAGE_PIXELS);
    const x = i % 28;
    const y = Math.floor(i % IMAGE_PIXELS / 28);
    return x >= 6 && x < 9 + label && y >= 4 && y < 24 ? 255 : 0;
  }),
};

const APART: RowOptions = {
  height: 40,
  digits: [2, 8],
  touching: 0,
  slope: 0.08,
};

/** Connected pieces of ink in a row. */
function pieces(options: RowOptions, place: number) {
  const { image, text } = composeRow(BLOCKS, composedRow(1, place), options);
  const ink = image.pixels.map((level) => 255 - level);
  return { text, list: findComponents(ink, image.width, 127).list };
}

Deno.test("composeRow() keeps digits apart, in the requested sizes", () => {
  const lengths = new Set<number>();
  for (let place = 0; place < 40; place++) {
    const { text, list } = pieces(APART, place);
    assert.equal(list.length, text.length);
    lengths.add(text.length);
    for (const { top, bottom } of list) {
      assert.ok(bottom - top >= 0.8 * 40 && bottom - top <= 1.2 * 40);
    }
  }
  assert.deepEqual([...lengths].sort(), [2, 3, 4, 5, 6, 7, 8]);
});

Deno.test("composeRow() lets digits touch", () => {
  for (const depth of [0, 0.1]) {
    for (let place = 0; place < 20; place++) {
      const options = { ...APART, touching: 1, depth };
      assert.equal(pieces(options, place).list.length, 1);
    }
  }
});

Deno.test("composeRow() returns the owner of each pixel of ink", () => {
  const { image, text, owners } = composeRow(
    BLOCKS,
    composedRow(1, 3),
    APART,
  );
  owners.forEach((owner, i) => {
    if (image.pixels[i]! < 128) assert.ok(owner >= 0 && owner < text.length);
    if (owner === -1) assert.equal(image.pixels[i], 255);
  });
  const ink = image.pixels.map((level) => 255 - level);
  const { list } = findComponents(ink, image.width, 127);
  for (const { left, top } of list) {
    const index = list.filter((other) => other.left < left).length;
    assert.equal(owners[(top + 1) * image.width + left + 1], index);
  }
});

Deno.test("composeRow() is repeatable", () => {
  const [a, b] = [0, 1].map(() => composeRow(BLOCKS, composedRow(4, 2), APART));
  assert.deepEqual(a, b);
});
