import assert from "node:assert/strict";
import { readOrientation } from "../../src/image/exif.ts";

/** An entry of a directory: tag, type, one value. */
type Entry = readonly [tag: number, type: number, value: number];

/** Metadata of one directory, in either byte order. */
function tiff(little: boolean, ...entries: Entry[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(14 + 12 * entries.length));
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, entries.length, little);
  entries.forEach(([tag, type, value], i) => {
    const at = 10 + 12 * i;
    view.setUint16(at, tag, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, 1, little);
    view.setUint16(at + 8, value, little);
  });
  return new Uint8Array(view.buffer);
}

Deno.test("readOrientation() finds the orientation among other entries", () => {
  for (const little of [true, false]) {
    for (let value = 1; value <= 8; value++) {
      const entries: Entry[] = [[0x0100, 3, 640], [0x0112, 3, value]];
      assert.equal(readOrientation(tiff(little, ...entries)), value);
    }
  }
});

Deno.test("readOrientation() returns undefined where none is defined", () => {
  const good = tiff(true, [0x0112, 3, 6]);
  const cases: Record<string, Uint8Array> = {
    "no metadata": new Uint8Array(0),
    "byte order": Uint8Array.of(0x4a, 0x4a, ...good.subarray(2)),
    "no entry": tiff(true),
    "another entry": tiff(true, [0x0100, 3, 6]),
    "value 0": tiff(true, [0x0112, 3, 0]),
    "value 9": tiff(false, [0x0112, 3, 9]),
    "a long": tiff(true, [0x0112, 4, 6]),
    "truncated": good.subarray(0, 20),
    "directory beyond the end": good.with(4, 200),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    assert.equal(readOrientation(bytes), undefined, name);
  }
});
