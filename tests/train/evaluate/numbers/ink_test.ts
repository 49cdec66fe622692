import assert from "node:assert/strict";
import { findComponents } from "../../../../src/image/normalize/components.ts";
import { composedRow } from "../../../../src/network/streams.ts";
import {
  broken,
  type Ink,
  markInk,
  SIGNS,
  SMALL_MARKS,
} from "../../../../train/evaluate/numbers/ink.ts";

/** Connected pieces of ink. */
function countPieces({ values, width }: Ink): number {
  const levels = Uint8Array.from(values, (share) => 255 * share);
  return findComponents(levels, width, 127).list.length;
}

for (const [name, mark] of Object.entries({ ...SMALL_MARKS, ...SIGNS })) {
  Deno.test(`markInk() draws a ${name} in one piece`, () => {
    for (let i = 0; i < 5; i++) {
      const { ink } = markInk(mark, 40, composedRow(1, i));
      assert.equal(ink.values.length, ink.width * ink.height);
      assert.equal(countPieces(ink), 1);
    }
  });
}

Deno.test("markInk() places marks above the base line", () => {
  const random = composedRow(1, 0);
  const minus = markInk(SMALL_MARKS.minus, 40, random);
  const middle = minus.above - minus.ink.height / 2;
  assert.ok(middle > 16 && middle < 24, String(middle));
  const point = markInk(SMALL_MARKS.point, 40, random);
  assert.ok(point.above - point.ink.height / 2 < 8);
});

Deno.test("broken() splits a stroke in two", () => {
  const bar: Ink = {
    width: 6,
    height: 40,
    values: new Float32Array(240).fill(1),
  };
  for (let i = 0; i < 5; i++) {
    const { values, ...size } = broken(bar, 3, composedRow(1, i));
    assert.equal(countPieces({ ...size, values }), 2);
  }
});
